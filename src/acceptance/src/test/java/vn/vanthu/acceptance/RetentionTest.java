package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/** A closed year leaves as an export that proves itself; the register keeps every row. */
class RetentionTest {

    private static final int YEAR = Year.now(ZoneId.of("Asia/Ho_Chi_Minh")).getValue() - 1;
    private static final String FILE = "Văn bản đến/" + YEAR + "/06/Công văn/0001_" + YEAR + "/0001_thư.eml";
    private static final byte[] LETTER =
            "Subject: Về việc lưu trữ\r\n\r\nKính gửi.\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aClosedYearLeavesAsAnExportThatProvesItselfAndIsStillFound() throws Exception {
        GatewayProcess office = GatewayProcess.in(folder);
        workOfTheYearBefore(office.data());
        workOfTheYear(office.data());
        Path exports = Files.createDirectories(folder.resolve("exports"));

        Ended open = export(office, exports);
        assertThat(open.exitCode()).as(open.output()).isEqualTo(2);
        assertThat(open.output()).contains("book close incoming --year " + YEAR);
        Ended closed = office.command(
                "book", "close", "incoming", "--year", "" + YEAR, "--as", "vanthu", "--reason", "Hết năm");
        assertThat(closed.exitCode()).as(closed.output()).isZero();
        Ended made = export(office, exports);
        assertThat(made.exitCode()).as(made.output()).isZero();

        assertThat(office.data().resolve("archive").resolve(FILE)).doesNotExist();
        assertThat(office.command("audit", "archive").exitCode()).isZero();
        assertThat(office.command("audit", "search", "lưu trữ").output()).contains("45/UBND");
        assertThat(office.command("audit", "verify").exitCode()).isZero();
        assertThat(office.command("status", "--json").output())
                .contains("\"name\":\"exports\",\"level\":\"warning\",\"value\":\"1\"", "[" + (YEAR - 1) + "]");

        Path export = exports.resolve("vanthu-nam-" + YEAR);
        GatewayProcess alone = GatewayProcess.on(export.resolve("conf"), export.resolve("data"));
        assertThat(alone.command("audit", "verify").exitCode()).isZero();
        assertThat(alone.command("audit", "archive", "--verify", "--year", "" + YEAR)
                        .exitCode())
                .isZero();
        assertThat(alone.command("audit", "search", "lưu trữ").output()).contains("45/UBND");
        Files.writeString(export.resolve("data/archive").resolve(FILE), " ", StandardOpenOption.APPEND);
        assertThat(alone.command("audit", "archive", "--verify", "--year", "" + YEAR)
                        .output())
                .contains("altered");
    }

    private static Ended export(GatewayProcess office, Path exports) throws Exception {
        return office.command(
                "retention",
                "export",
                "" + YEAR,
                exports.toString(),
                "--as",
                "vanthu",
                "--reason",
                "Nộp lưu",
                "--leave");
    }

    /** A year that should have been exported long ago. */
    private static void workOfTheYearBefore(Path data) throws Exception {
        Instant june = Instant.parse((YEAR - 1) + "-06-01T02:00:00Z");
        try (RegisterDatabase register =
                RegisterDatabase.open(RegisterSettings.embedded(data), Clock.fixed(june, ZoneOffset.UTC))) {
            register.books()
                    .register(
                            Book.INCOMING,
                            DocumentFields.none().with(Field.CODE, "7/UBND"),
                            Source.paper(june),
                            Act.by(address("vanthu"), "year before"));
        }
    }

    private static void workOfTheYear(Path data) throws Exception {
        Instant june = Instant.parse(YEAR + "-06-01T02:00:00Z");
        Path file = data.resolve("archive").resolve(FILE);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, LETTER);
        try (RegisterDatabase register =
                RegisterDatabase.open(RegisterSettings.embedded(data), Clock.fixed(june, ZoneOffset.UTC))) {
            register.books()
                    .register(
                            Book.INCOMING,
                            DocumentFields.none().with(Field.CODE, "45/UBND").with(Field.SUBJECT, "Về việc lưu trữ"),
                            Source.paper(june),
                            Act.by(address("vanthu"), "year"));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(LETTER));
            register.filings()
                    .filed(List.of(new FiledContent(
                            new BookNumber(Book.INCOMING, YEAR, 1),
                            "",
                            FiledContent.Kind.MESSAGE,
                            FILE,
                            "",
                            LETTER.length,
                            hash)));
            register.seal();
        }
    }
}
