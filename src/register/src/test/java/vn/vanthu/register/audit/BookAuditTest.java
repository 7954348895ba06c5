package vn.vanthu.register.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** What {@code ./vanthu audit book}, {@code gaps}, {@code trail} of a number and the printed book show. */
@SuppressWarnings("NullAway")
class BookAuditTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final BookNumber FIRST = new BookNumber(Book.INCOMING, 2026, 1);

    @TempDir
    static Path data = Path.of("");

    private static MariaDbServer server;
    private static RegisterSettings mariaDb;

    @BeforeAll
    static void write() throws Exception {
        server = MariaDbServer.start();
        mariaDb = server.newDatabase(data);
        for (String name : List.of("h2", "mariadb")) {
            try (RegisterDatabase database =
                    RegisterDatabase.open(settings(name), Clock.fixed(MONDAY, ZoneOffset.UTC))) {
                fill(database.books());
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static RegisterSettings settings(String database) {
        return "h2".equals(database) ? RegisterSettings.embedded(data) : mariaDb;
    }

    private static void fill(Books books) throws Exception {
        for (int i = 1; i <= 3; i++) {
            DocumentFields fields = DocumentFields.none()
                    .with(Field.TYPE, "Báo cáo")
                    .with(Field.SUBJECT, "Về công tác đối ngoại số " + i)
                    .with(Field.CODE, i + "/BC-UBND");
            Instant arrived = i == 3 ? MONDAY.minus(Duration.ofDays(7)) : MONDAY;
            books.register(Book.INCOMING, fields, Source.paper(arrived), Act.by("vanthu@so.vn", "in-" + i));
        }
        books.correct(
                FIRST,
                f -> f.with(Field.NOTE, "=1+1"),
                Act.by("vanthu@so.vn", "fix").because("bổ sung"));
        DocumentFields letter =
                DocumentFields.none().with(Field.CODE, "03/SNgV-VP").with(Field.ISSUED_ON, "2026-11-23");
        books.claim(new BookNumber(Book.OUTGOING, 2026, 3), letter, Source.paper(MONDAY), Act.by("a@so.vn", "out-3"));
    }

    private interface Query {
        void run(AuditDatabase audit, ReportWriter to) throws Exception;
    }

    private static String json(String db, Query query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings(db))) {
            query.run(audit, Format.JSON.writer(out));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void theBookIsListedWithAndWithoutWhatWasSuperseded(String db) throws Exception {
        BookFilter all = BookFilter.of(Book.INCOMING, 2026);
        assertThat(json(db, (audit, to) -> audit.book(all, to)).lines()).hasSize(4);
        assertThat(json(db, (audit, to) -> audit.book(all.current(), to)).lines())
                .hasSize(3)
                .first()
                .asString()
                .contains("\"so_den\":\"01\"", "\"ngay_den\":\"2026-11-23\"", "\"nam\":2026", "+07:00\"");
        assertThat(json(db, (audit, to) -> audit.book(all.containing("DOI NGOAI SO 2"), to))
                        .lines())
                .hasSize(1);
        assertThat(json(db, (audit, to) -> audit.book(all.since(LocalDate.of(2026, 11, 24)), to)))
                .isEmpty();
        assertThat(json(db, (audit, to) -> audit.book(BookFilter.of(Book.OUTGOING, 2026), to))
                        .lines())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void theTrailOfANumberTellsEachChange(String db) throws Exception {
        assertThat(json(db, (audit, to) -> audit.trail(FIRST, to)).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"viec\":\"correct\"", "\"moi\":\"note: =1+1\"", "\"ly_do\":\"bổ sung\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void lateEntriesAndNumbersOutOfDateOrderAreFound(String db) throws Exception {
        assertThat(json(db, (audit, to) -> assertThat(audit.gaps(to)).isEqualTo(2))
                        .lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"so_thu_tu\":3", "out-of-order"),
                        second -> assertThat(second).contains("\"so_thu_tu\":3", "late-entry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void aSearchFindsWithoutDiacritics(String db) throws Exception {
        assertThat(json(db, (audit, to) -> audit.search("bao cao ve cong tac", 10, to))
                        .lines())
                .hasSize(3);
        assertThat(json(db, (audit, to) -> audit.search("không có", 10, to))).isEmpty();
    }

    @Test
    void thePrintedBookHasItsCoverAndTheColumnsOfAnnexIV() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings("h2"))) {
            audit.book(
                    BookFilter.of(Book.INCOMING, 2026).current(),
                    new BookWorkbook(out, Book.INCOMING, 2026, "Sở Ngoại vụ tỉnh Bình Định"));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(text(workbook, 0))
                    .contains("SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm: 2026", "Từ số 1 đến số 3");
            assertThat(text(workbook, 1))
                    .startsWith("Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản")
                    .contains("23/11/2026", "01", "Báo cáo Về công tác đối ngoại số 1", "=1+1");
        }
    }

    private static List<String> text(ReadableWorkbook workbook, int sheet) throws Exception {
        try (var rows = workbook.getSheet(sheet).orElseThrow().openStream()) {
            return rows.flatMap(row -> row.stream())
                    .filter(cell -> cell != null && cell.getRawValue() != null)
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    @Test
    void aLongBookIsWritten() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // As standard output is: what is not flushed at the end is lost.
        BookWorkbook workbook = new BookWorkbook(new BufferedOutputStream(out, 1 << 20), Book.OUTGOING, 2026, "x");
        List<String> columns = List.of(
                "so_thu_tu",
                "vao_so_luc",
                "so_ky_hieu",
                "ngay_thang_van_ban",
                "ten_loai_va_trich_yeu",
                "nguoi_ky",
                "noi_nhan",
                "noi_nhan_ban_luu",
                "so_luong_ban",
                "ngay_chuyen",
                "ky_nhan",
                "ghi_chu");
        workbook.begin(columns);
        for (int i = 1; i <= 3000; i++) {
            workbook.row(List.of(i, "", i + "/QĐ", "", "x", "", "", "", 1, "", "", "\u0001"));
        }
        workbook.end();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(text(read, 1)).contains("3000/QĐ");
        }
    }
}
