package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Arrival;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.book.WaitingDocument;

/** What comes in by mail, on each database. */
@SuppressWarnings("NullAway")
abstract class ArrivalsContract {

    private static final String ITSELF = "vanthu-he-thong@so.vn";
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
    private Arrivals arrivals;

    abstract Vendor vendor();

    @BeforeEach
    void open() throws Exception {
        SharedRegister shared = SharedRegister.on(vendor(), START);
        settings = shared.settings();
        clock = shared.clock();
        database = shared.database();
        arrivals = database.arrivals();
    }

    private Arrival arrive(DocumentFields fields, String mail, String sha256) throws Exception {
        Source source =
                new Source(clock.instant(), "vp@so.vn", MailId.ofMailName(mail).value(), sha256);
        return arrivals.arrive(fields, source, Act.by(ITSELF, "arrival:" + mail + ":" + sha256));
    }

    @Test
    void theSameDocumentGetsNoSecondNumber() throws Exception {
        Arrival first = arrive(LETTER, "một", "aa");
        assertThat(first).isInstanceOf(Arrival.Entered.class);
        Arrival byCode = arrive(LETTER.with(Field.CODE, "123/bnv-vp"), "hai", "bb");
        assertThat(byCode).isInstanceOf(Arrival.CameAgain.class);
        Arrival byContent = arrive(LETTER.with(Field.CODE, "128/BNV-VP"), "ba", "aa");
        assertThat(byContent).isInstanceOf(Arrival.CameAgain.class);
        assertThat(List.of(byCode.entry().number(), byContent.entry().number()))
                .containsOnly(first.entry().number());

        assertThat(TestDatabase.rows(
                        settings, "SELECT viec, moi FROM lich_su_so WHERE so_thu_tu = 1 ORDER BY luc, viec"))
                .extracting(row -> row.get("viec"))
                .containsExactlyInAnyOrder("register", "arrive", "arrive");
    }

    @Test
    void theSameNumberOfAnotherYearIsAnotherDocument() throws Exception {
        arrive(LETTER, "một", "aa");
        assertThat(arrive(LETTER.with(Field.ISSUED_ON, "2025-11-20"), "hai", "bb"))
                .isInstanceOf(Arrival.Entered.class);
        assertThat(arrive(LETTER.with(Field.ISSUER, "Sở Nội vụ"), "ba", "cc")).isInstanceOf(Arrival.Entered.class);
    }

    @Test
    void doneAgainItIsTheFirstResult() throws Exception {
        Arrival first = arrive(LETTER, "một", "aa");
        Arrival again = arrive(LETTER, "hai", "bb");
        assertThat(arrive(LETTER, "một", "aa").entry().number())
                .isEqualTo(first.entry().number());
        assertThat(arrive(LETTER, "một", "aa")).isInstanceOf(Arrival.Entered.class);
        assertThat(arrive(LETTER, "hai", "bb")).isEqualTo(again);
        assertThat(arrivals.arrived("arrival:hai:bb")).contains(again);
        assertThat(arrivals.arrived("arrival:ba:cc")).isEmpty();
    }

    @Test
    void manyAtOnceGetOneNumber() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        List<Future<Arrival>> results = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String mail = "thư " + i;
            results.add(threads.submit(() -> arrive(LETTER, mail, "aa")));
        }
        int entered = 0;
        for (Future<Arrival> result : results) {
            assertThat(result.get().entry().number().number()).isEqualTo(1);
            entered += result.get() instanceof Arrival.Entered ? 1 : 0;
        }
        threads.shutdown();
        assertThat(entered).isEqualTo(1);
    }

    @Test
    void aMailKnowsItsEntriesAndASenderHisShareOfTheDay() throws Exception {
        MailId mail = MailId.ofMailName("một");
        record(mail, "vanthu@bnv.gov.vn");
        arrive(LETTER, "một", "aa");
        arrive(LETTER.with(Field.CODE, "124/BNV-VP"), "một", "bb");
        record(MailId.ofMailName("hai"), "vanthu@xbnv.gov.vn");
        arrive(LETTER.with(Field.CODE, "125/BNV-VP"), "hai", "cc");

        assertThat(arrivals.entriesOf(mail))
                .extracting(entry -> entry.code())
                .containsExactly("123/BNV-VP", "124/BNV-VP");
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertThat(arrivals.enteredBy(ITSELF, "bnv.gov.vn", today)).isEqualTo(2);
        assertThat(arrivals.enteredBy(ITSELF, "bnv.gov.vn", today.plusDays(1))).isZero();
        assertThat(arrivals.enteredBy("vanthu@so.vn", "bnv.gov.vn", today)).isZero();
        assertThat(arrivals.enteredBy(ITSELF, "%nv.gov.vn", today)).isZero();

        database.books()
                .voidNumber(
                        arrivals.entriesOf(mail).get(0).number(),
                        Act.by(ITSELF, "hủy").because("nhầm"));
        assertThat(arrivals.entriesOf(mail)).extracting(entry -> entry.code()).containsExactly("124/BNV-VP");
    }

    private void record(MailId id, String sender) throws Exception {
        database.register()
                .record(new MailRecord(
                        id,
                        clock.instant(),
                        Direction.INCOMING,
                        "",
                        "192.0.2.1",
                        sender,
                        List.of("vp@so.vn"),
                        sender,
                        "Công văn",
                        "",
                        100,
                        "00"));
    }

    @Test
    void whatWaitsIsListedUntilItIsDecided() throws Exception {
        WaitingDocument one = waiting("một", "1.2");
        WaitingDocument other = waiting("một", "1.3");
        database.books().await(one);
        database.books().await(other);
        database.books().await(one);
        assertThat(arrivals.waiting()).extracting(WaitingDocument::document).containsExactly("1.2", "1.3");
        database.books().decided(one, WaitingDocument.State.REGISTERED, "vanthu@so.vn");
        assertThat(arrivals.waiting()).extracting(WaitingDocument::document).containsExactly("1.3");
    }

    private WaitingDocument waiting(String mail, String part) {
        return new WaitingDocument(
                MailId.ofMailName(mail),
                part,
                clock.instant(),
                "vp@so.vn",
                "Số: 12",
                clock.instant().plusSeconds(60));
    }
}
