package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.MailId;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Registration;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.book.WaitingDocument;

/** What the books promise, on each database. */
@SuppressWarnings("NullAway")
abstract class BooksContract {

    private static final String CLERK = "vanthu@so.vn";
    private static final DocumentFields LETTER = DocumentFields.none()
            .with(Field.TYPE, "Công văn")
            .with(Field.SUBJECT, "V/v báo cáo quý IV")
            .with(Field.CODE, "123/BNV-VP")
            .with(Field.ISSUED_ON, "2026-11-20")
            .with(Field.ISSUER, "Bộ Nội vụ");

    private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

    MovingClock clock;
    private RegisterSettings settings;
    private RegisterDatabase database;
    private Books books;
    private int acts;

    abstract Vendor vendor();

    @BeforeEach
    void open() throws Exception {
        SharedRegister shared = SharedRegister.on(vendor(), START);
        settings = shared.settings();
        clock = shared.clock();
        database = shared.database();
        books = database.books();
    }

    private Act act() {
        return Act.by(CLERK, "act-" + acts++).because("vì thế");
    }

    private Source now() {
        return Source.paper(clock.instant());
    }

    private Registration incoming() throws Exception {
        return books.register(Book.INCOMING, LETTER, now(), act());
    }

    private Entry reserve() throws Exception {
        return books.reserve(
                DocumentFields.none().with(Field.TYPE, "Quyết định").with(Field.SUBJECT, "Về việc A"),
                "QĐ-SNgV",
                Duration.ofDays(3),
                act());
    }

    private static Source mail(int number) {
        String id = MailId.ofMailName("mail-" + number).value();
        return new Source(Instant.parse("2026-11-23T05:00:00Z"), "vp@so.vn", id, "%064d".formatted(number));
    }

    private List<Map<String, String>> rows(String sql) throws Exception {
        return TestDatabase.rows(settings, sql);
    }

    private static BookNumber outgoing(int number) {
        return new BookNumber(Book.OUTGOING, 2026, number);
    }

    @Test
    void anIncomingDocumentStandsInTheBookAsAnnexIVWantsIt() throws Exception {
        books.register(Book.INCOMING, LETTER.with(Field.TO_PLACES, "Phòng Lãnh sự"), mail(7), act());
        Map<String, String> row = rows("SELECT * FROM so_van_ban_den").get(0);
        assertThat(row.keySet())
                .containsExactly(
                        "nam",
                        "so_dang_ky",
                        "so_thu_tu",
                        "trang_thai",
                        "vao_so_luc",
                        "ngay_den",
                        "so_den",
                        "tac_gia",
                        "so_ky_hieu",
                        "ngay_thang_van_ban",
                        "ten_loai_va_trich_yeu",
                        "don_vi_hoac_nguoi_nhan",
                        "ngay_chuyen",
                        "ky_nhan",
                        "ghi_chu",
                        "hop_thu",
                        "ma_thu");
        assertThat(row)
                .containsEntry("nam", "2026")
                .containsEntry("so_den", "01")
                .containsEntry("trang_thai", "registered")
                .containsEntry("ngay_den", "2026-11-23")
                .containsEntry("tac_gia", "Bộ Nội vụ")
                .containsEntry("so_ky_hieu", "123/BNV-VP")
                .containsEntry("ten_loai_va_trich_yeu", "Công văn V/v báo cáo quý IV")
                .containsEntry("don_vi_hoac_nguoi_nhan", "Phòng Lãnh sự")
                .containsEntry("hop_thu", "vp@so.vn");
    }

    @Test
    void theSameActDoneAgainReturnsTheFirstResult() throws Exception {
        Act act = act();
        Entry first = books.register(Book.INCOMING, LETTER, now(), act).entry();
        Entry again = books.register(Book.INCOMING, LETTER, now(), act).entry();
        assertThat(again).isEqualTo(first);
        assertThat(incoming().entry().number().number()).isEqualTo(2);
    }

    @Test
    void aDocumentThatCameBeforeIsTold() throws Exception {
        Entry first = incoming().entry();
        assertThat(books.register(
                                Book.INCOMING,
                                LETTER.with(Field.CODE, "123/bnv-vp").with(Field.ISSUER, "BỘ NỘI VỤ"),
                                now(),
                                act())
                        .similar())
                .extracting(Entry::number)
                .containsExactly(first.number());
        books.register(Book.INCOMING, LETTER.with(Field.CODE, "1/A"), mail(1), act());
        assertThat(books.register(Book.INCOMING, LETTER.with(Field.CODE, "2/B"), mail(1), act())
                        .similar())
                .hasSize(1);
    }

    @Test
    void numbersStartAt01OnTheFirstOfJanuaryLocalTime() throws Exception {
        clock.set("2026-12-31T16:59:59Z"); // 23:59:59 in Hanoi
        assertThat(incoming().entry().number()).isEqualTo(new BookNumber(Book.INCOMING, 2026, 1));
        clock.set("2026-12-31T17:00:00Z"); // midnight in Hanoi, still yesterday in UTC
        Entry newYear = incoming().entry();
        assertThat(newYear.number()).isEqualTo(new BookNumber(Book.INCOMING, 2027, 1));
        assertThat(newYear.arrivedOn()).hasToString("2027-01-01");
    }

    @Test
    void whatArrivedBeforeMidnightIsEnteredInItsYearWhileThatBookIsOpen() throws Exception {
        clock.set("2026-12-31T16:50:00Z");
        incoming();
        Source lastMinute = now();
        clock.set("2026-12-31T17:05:00Z");
        Entry late = books.register(Book.INCOMING, LETTER, lastMinute, act()).entry();
        assertThat(late.number()).isEqualTo(new BookNumber(Book.INCOMING, 2026, 2));
        books.close(Book.INCOMING, 2026, act());
        Entry tooLate = books.register(Book.INCOMING, LETTER, lastMinute, act()).entry();
        assertThat(tooLate.number()).isEqualTo(new BookNumber(Book.INCOMING, 2027, 1));
        assertThat(tooLate.arrivedOn()).hasToString("2026-12-31");
    }

    @Test
    void aClockThatIsBehindTheLastEntryIsRefusedAndASmallLagIsNot() throws Exception {
        incoming();
        clock.advance(Duration.ofMinutes(-2));
        Entry lagging = incoming().entry();
        assertThat(lagging.enteredAt()).isEqualTo("2026-11-23T05:00:00Z");
        clock.advance(Duration.ofDays(-1));
        assertThatThrownBy(this::incoming).isInstanceOf(BookException.class).hasMessageContaining("Đồng hồ");
        Entry corrected = books.correct(lagging.number(), fields -> fields.with(Field.SUBJECT, "V/v khác"), act());
        assertThat(corrected.enteredAt()).isEqualTo("2026-11-23T05:00:00Z");
        clock.set("2026-11-23T05:01:00Z");
        assertThat(incoming().entry().number().number()).isEqualTo(3);
    }

    @Test
    void aReservedNumberIsUsedByItsDocumentAndSentAgainWithoutANewOne() throws Exception {
        Entry reserved = reserve();
        assertThat(reserved.code()).isEqualTo("01/QĐ-SNgV");
        DocumentFields document =
                DocumentFields.none().with(Field.SIGNER, "Nguyễn Tân").with(Field.CODE, "01/QĐ-SNgV");
        Claim claimed = books.claim(outgoing(1), document, mail(1), act());
        assertThat(claimed).isInstanceOf(Claim.Claimed.class);
        assertThat(books.claim(outgoing(1), document, mail(1), act())).isInstanceOf(Claim.SentAgain.class);
        assertThat(books.claim(outgoing(1), document, mail(2), act())).isInstanceOf(Claim.Refused.class);
        assertThat(rows("SELECT * FROM so_van_ban_di")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trang_thai", "registered")
                .containsEntry("nguoi_ky", "Nguyễn Tân")
                .containsEntry("ten_loai_va_trich_yeu", "Quyết định Về việc A")
                .containsEntry("ma_thu", mail(1).mailId()));
    }

    @Test
    void skippedNumbersBecomeReservedAndAreUsedLater() throws Exception {
        assertThat(books.claim(outgoing(4), LETTER.with(Field.CODE, "04/SNgV-VP"), mail(4), act()))
                .isInstanceOf(Claim.Claimed.class);
        assertThat(rows("SELECT so_thu_tu, trang_thai FROM so_van_ban_di ORDER BY so_thu_tu"))
                .extracting(row -> row.get("trang_thai"))
                .containsExactly("reserved", "reserved", "reserved", "registered");
        assertThat(books.claim(outgoing(2), LETTER.with(Field.CODE, "02/SNgV-VP"), mail(2), act()))
                .isInstanceOf(Claim.Claimed.class);
        assertThat(reserve().number().number()).isEqualTo(5);
        assertThat(books.claim(outgoing(400), LETTER, mail(9), act())).isInstanceOf(Claim.Refused.class);
    }

    @Test
    void aCorrectionSupersedesAndTheHistoryStays() throws Exception {
        BookNumber number = incoming().entry().number();
        books.correct(number, fields -> fields.with(Field.SUBJECT, "V/v khác").with(Field.ISSUED_ON, ""), act());
        assertThat(rows("SELECT trang_thai FROM so_van_ban_den ORDER BY trang_thai"))
                .extracting(row -> row.get("trang_thai"))
                .containsExactly("registered", "superseded");
        assertThat(rows("SELECT * FROM lich_su_so WHERE viec = 'correct'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("cu", "subject: V/v báo cáo quý IV\nissued_on: 2026-11-20")
                        .containsEntry("moi", "subject: V/v khác")
                        .containsEntry("nguoi", CLERK)
                        .containsEntry("ly_do", "vì thế"));
        assertThatThrownBy(() -> books.correct(number, f -> f, Act.by(CLERK, "no-reason")))
                .isInstanceOf(BookException.class);
    }

    @Test
    void aVoidedNumberStaysVisibleAndIsNeverGivenAgain() throws Exception {
        BookNumber number = reserve().number();
        books.voidNumber(number, act());
        assertThat(rows("SELECT * FROM so_van_ban_di")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trang_thai", "voided")
                .containsEntry("ghi_chu", "HỦY: vì thế"));
        assertThat(books.claim(number, LETTER, mail(1), act())).isInstanceOf(Claim.Refused.class);
        assertThatThrownBy(() -> books.voidNumber(number, act())).isInstanceOf(BookException.class);
        assertThat(reserve().number().number()).isEqualTo(2);
    }

    @Test
    void aReservationLapses() throws Exception {
        BookNumber used = reserve().number();
        BookNumber unused = reserve().number();
        books.claim(used, DocumentFields.none(), mail(1), act());
        clock.advance(Duration.ofDays(4));
        for (int again = 0; again < 2; again++) {
            assertThat(books.lapse())
                    .singleElement()
                    .satisfies(lapsed -> assertThat(lapsed.entry().number()).isEqualTo(unused))
                    .satisfies(lapsed -> assertThat(lapsed.owner()).isEqualTo("vanthu@so.vn"));
        }
        assertThat(books.find(unused).orElseThrow().state()).isEqualTo(Entry.State.VOIDED);
        assertThat(books.find(used).orElseThrow().state()).isEqualTo(Entry.State.REGISTERED);
    }

    @Test
    void handingOnADocumentIsNoCorrection() throws Exception {
        BookNumber number = incoming().entry().number();
        books.complete(number, fields -> fields.with(Field.TRANSFERRED_ON, "2026-11-24"), act());
        assertThat(rows("SELECT * FROM so_van_ban_den")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("ngay_chuyen", "2026-11-24"));
    }

    @Test
    void manyWritersGetGaplessNumbers() throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        List<Future<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            Act act = Act.by(CLERK, "writer-" + i);
            numbers.add(threads.submit(() -> books.register(Book.INCOMING, LETTER, now(), act)
                    .entry()
                    .number()
                    .number()));
        }
        List<Integer> given = new ArrayList<>();
        for (Future<Integer> number : numbers) {
            given.add(number.get());
        }
        threads.shutdown();
        assertThat(given).doesNotHaveDuplicates().contains(1, 240).allMatch(number -> number <= 240);
    }

    @Test
    void aDocumentWaitsForTheClerkUntilTheFirstDecision() throws Exception {
        WaitingDocument document = new WaitingDocument(
                MailId.ofMailName("w"), "scan.pdf", clock.instant(), "vp@so.vn", "Số: ?/BNV", clock.instant());
        books.await(document);
        books.await(document);
        assertThat(rows("SELECT * FROM van_ban_cho_dang_ky")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trang_thai", "waiting")
                .containsEntry("doc_duoc", "Số: ?/BNV")
                .containsEntry("ngay_den", "2026-11-23"));
        books.decided(document, WaitingDocument.State.REGISTERED, CLERK);
        books.decided(document, WaitingDocument.State.REJECTED, CLERK);
        assertThat(rows("SELECT * FROM van_ban_cho_dang_ky")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trang_thai", "registered"));
    }
}
