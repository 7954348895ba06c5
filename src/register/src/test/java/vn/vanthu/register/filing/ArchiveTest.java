package vn.vanthu.register.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.filing.Archive;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.store.SharedRegister;

/** The archive on a real disk and a real register. */
@SuppressWarnings("NullAway")
class ArchiveTest {

    private static final DocumentFields DECISION = DocumentFields.none()
            .with(Field.TYPE, "Quyết định")
            .with(Field.SUBJECT, "Về việc ban hành <Quy chế> \"quản lý\" hệ thống thư điện tử")
            .with(Field.CODE, "847/QĐ-SNgV")
            .with(Field.ISSUED_ON, "2026-11-20")
            .with(Field.ISSUER, "Bộ Nội vụ");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of("");

    private Path root;
    private RegisterSettings settings;
    private RegisterDatabase database;
    private Archive archive;
    private int acts;

    @BeforeEach
    void open() throws Exception {
        root = folder.resolve("lưu trữ");
        SharedRegister shared = SharedRegister.onH2(clock.instant());
        settings = shared.settings();
        database = shared.database();
        archive = new Archive(root, database.filings());
        archive.open();
    }

    private Entry enter(DocumentFields fields) throws Exception {
        Source source = new Source(
                clock.instant(), "vp@so.vn", MailId.ofMailName("thư " + acts).value(), "");
        return database.books()
                .register(Book.INCOMING, fields, source, Act.by("vanthu@so.vn", "vào sổ " + acts++))
                .entry();
    }

    private static Archive.Message mail(String... namesAndContents) {
        StringBuilder mail = new StringBuilder("From: a@bnv.gov.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "\r\nKính gửi <script>alert(1)</script>\r\n");
        for (int i = 0; i < namesAndContents.length; i += 2) {
            String name = Base64.getEncoder().encodeToString(namesAndContents[i].getBytes(StandardCharsets.UTF_8));
            mail.append("--b\r\n"
                            + "Content-Type: application/pdf\r\n"
                            + "Content-Disposition: attachment;\r\n"
                            + " filename=\"=?UTF-8?B?")
                    .append(name)
                    .append("?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(Base64.getMimeEncoder()
                            .encodeToString(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
        byte[] bytes = mail.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path file(String ending) throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private String audit(boolean hashes, int expected) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            assertThat(audit.archive(root, 0, hashes, Format.CSV.writer(out))).isEqualTo(expected);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentIsFoundByItsNumberTypeAndMonth() throws Exception {
        archive.file(enter(DECISION), mail("QD 847.pdf", "nội dung"), Set.of());
        Path home = root.resolve("Văn bản đến/2026/11/Quyết định");
        try (Stream<Path> folders = Files.list(home)) {
            assertThat(folders.toList())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("0001_2026_847-QĐ-SNgV_Về việc ban hành -Quy chế- -quản lý-");
        }
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "0001_2026_847-QĐ-SNgV_thư.eml",
                        "0001_2026_847-QĐ-SNgV_01_QD 847.pdf",
                        "0001_2026_847-QĐ-SNgV_phiếu.html");
        assertThat(file("QD 847.pdf")).hasContent("nội dung");
        String sheet = Files.readString(file("phiếu.html"));
        assertThat(sheet)
                .contains("Văn bản đến số 01/2026", "23/11/2026", "20/11/2026", "847/QĐ-SNgV", "Bộ Nội vụ")
                .contains("&lt;Quy chế&gt;", "&lt;script&gt;", "href=\"0001_2026_847-Q%C4%90-SNgV_01_QD%20847.pdf\"")
                .doesNotContain("<script>");
        audit(true, 0);
    }

    @Test
    void namesOfAttackersStayInTheFolder() throws Exception {
        archive.file(
                enter(DECISION.with(Field.CODE, "../../x\u202E/..")
                        .with(Field.SUBJECT, "\n\0..\\..\\y" + "ắ".repeat(500))),
                mail("../../../thoat.txt", "1", "CON", "2", "a\r\nb\u202Efdp.exe", "3", "ẵ".repeat(400) + ".pdf", "4"),
                Set.of());
        assertThat(files()).hasSize(6).allSatisfy(file -> {
            assertThat(file.startsWith(root)).isTrue();
            assertThat(file.getFileName().toString().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(256);
            assertThat(file.getFileName().toString()).doesNotContain("\u202E", "\n", "\\");
        });
        try (Stream<Path> outside = Files.walk(folder)) {
            assertThat(outside.map(Path::toString)).noneMatch(path -> path.endsWith("/thoat.txt"));
        }
        audit(true, 0);
    }

    @Test
    void theSameContentIsOnTheDiskOnce() throws Exception {
        archive.file(enter(DECISION), mail("a.pdf", "cùng một nội dung"), Set.of());
        archive.file(enter(DECISION.with(Field.CODE, "848/QĐ-SNgV")), mail("b.pdf", "cùng một nội dung"), Set.of());
        assertThat(Files.getAttribute(file("a.pdf"), "unix:ino"))
                .isEqualTo(Files.getAttribute(file("b.pdf"), "unix:ino"));
        audit(true, 0);
    }

    @Test
    void anAlteredFileIsNotPassedOnToTheNextDocument() throws Exception {
        archive.file(enter(DECISION), mail("a.pdf", "cùng một nội dung"), Set.of());
        alter(file("a.pdf"), "cung mot noi dung....");
        archive.file(enter(DECISION.with(Field.CODE, "848/QĐ-SNgV")), mail("b.pdf", "cùng một nội dung"), Set.of());
        assertThat(file("b.pdf")).hasContent("cùng một nội dung");
    }

    @Test
    void filedAgainNothingIsThereTwice() throws Exception {
        Entry entry = enter(DECISION);
        archive.file(entry, mail("a.pdf", "nội dung"), Set.of());
        List<Path> before = files();
        archive.file(entry, mail("a.pdf", "nội dung"), Set.of());
        assertThat(files()).isEqualTo(before);
        assertThat(database.filings().of(entry.number())).hasSize(3);
    }

    @Test
    void aCrashBeforeTheRegisterKnewIsMended() throws Exception {
        Entry entry = enter(DECISION);
        Archive dying = new Archive(root, new Dying());
        assertThatThrownBy(() -> dying.file(entry, mail("a.pdf", "nội dung"), Set.of()))
                .isInstanceOf(IllegalStateException.class);
        Files.createDirectories(root.resolve(".writing-123"));
        Files.writeString(root.resolve(".writing-123/nửa chừng"), "x");
        audit(true, 3);

        archive.open();
        archive.file(entry, mail("a.pdf", "nội dung"), Set.of());
        assertThat(files()).hasSize(3);
        audit(true, 0);
    }

    /** A register that dies before it writes. */
    private static final class Dying implements vn.vanthu.filing.FilingRegister {
        @Override
        public void filed(java.util.Collection<FiledContent> contents) {
            throw new IllegalStateException("killed");
        }

        @Override
        public List<FiledContent> of(vn.vanthu.register.book.BookNumber number) {
            return List.of();
        }

        @Override
        public java.util.Optional<FiledContent> withContent(String sha256) {
            return java.util.Optional.empty();
        }
    }

    @Test
    void theAuditFindsWhatIsMissingAlteredAndExtra() throws Exception {
        archive.file(enter(DECISION), mail("a.pdf", "nội dung", "b.pdf", "khác"), Set.of());
        alter(file("a.pdf"), "nội dxng");
        assertThat(audit(false, 0)).doesNotContain("a.pdf");
        assertThat(audit(true, 1)).contains("a.pdf", "altered");
        Files.delete(file("b.pdf"));
        Files.writeString(root.resolve("Văn bản đến/lạ.txt"), "?");
        assertThat(audit(false, 2)).contains("b.pdf", "missing", "lạ.txt", "extra");
        assertThat(audit(true, 3)).contains("a.pdf");
    }

    @Test
    void whatWasSpilledIsListedButNotMissing() throws Exception {
        Entry entry = enter(DECISION);
        archive.file(entry, mail("a.pdf", "nội dung"), Set.of());
        database.register()
                .administered(new AdminAct(
                        clock.instant(), "", "root", AdminAct.Action.CONTENT_ERASED, entry.mailId(), "", "spill"));
        assertThat(audit(true, 3)).contains("not_erased").doesNotContain("missing");
        for (Path file : files()) {
            Files.delete(file);
        }
        assertThat(audit(true, 0)).contains("a.pdf", "spilled").doesNotContain("missing");
    }

    @Test
    void aCorrectedEntryGetsANewSheetOnce() throws Exception {
        Entry entry = enter(DECISION);
        archive.file(entry, mail("a.pdf", "nội dung"), Set.of());
        Entry corrected = database.books()
                .correct(
                        entry.number(),
                        fields -> fields.with(Field.SUBJECT, "Về việc <khác>").with(Field.CODE, "848/QĐ-SNgV"),
                        Act.by("vanthu@so.vn", "sửa 1").because("nhầm"));
        archive.renewSheet(corrected);
        archive.renewSheet(corrected);

        assertThat(files()).hasSize(4);
        Path sheet = file("_phiếu_" + corrected.version() + ".html");
        assertThat(Files.readString(sheet))
                .contains("Về việc &lt;khác&gt;", "848/QĐ-SNgV", "a.pdf", "Kính gửi", "thay các phiếu trước");
        assertThat(Files.readString(file("_phiếu.html"))).contains("847/QĐ-SNgV");

        Entry voided = database.books()
                .voidNumber(entry.number(), Act.by("vanthu@so.vn", "hủy 1").because("không ban hành"));
        archive.renewSheet(voided);
        assertThat(Files.readString(file("_phiếu_" + voided.version() + ".html")))
                .contains("ĐÃ HỦY");
        audit(true, 0);
    }

    @Test
    void whatWasNeverFiledGetsNoSheet() throws Exception {
        archive.renewSheet(enter(DECISION));
        assertThat(files()).isEmpty();
    }

    private static void alter(Path file, String content) throws IOException {
        Files.delete(file);
        Files.writeString(file, content);
    }

    @Test
    void whatIsAnotherDocumentOfTheMailIsLeftOut() throws Exception {
        archive.file(enter(DECISION), mail("a.pdf", "một", "b.pdf", "hai"), Set.of(sha256("hai")));
        assertThat(files())
                .extracting(Path::toString)
                .noneMatch(name -> name.endsWith("b.pdf"))
                .hasSize(3);
    }

    @Test
    void thousandsOfAttachmentsDoNotFillTheFolder() throws Exception {
        String[] many = new String[8000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i + ".pdf";
            many[i + 1] = "nội dung " + i;
        }
        archive.file(enter(DECISION), mail(many), Set.of());
        assertThat(files()).hasSize(302);
        assertThat(Files.readString(file("phiếu.html"))).contains("Còn 3700 tệp đính kèm");
        audit(true, 0);
    }

    private static String sha256(String content) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMailThatCannotBeReadLeavesNothing() throws Exception {
        Entry entry = enter(DECISION);
        Archive.Message broken = () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThatThrownBy(() -> archive.file(entry, broken, Set.of())).isInstanceOf(IOException.class);
        try (Stream<Path> all = Files.list(root)) {
            assertThat(all).isEmpty();
        }
    }
}
