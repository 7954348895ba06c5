package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.layout.LayoutReader;
import vn.vanthu.documents.testing.Mail;
import vn.vanthu.register.book.Field;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** Files as an office program writes them (LibreOffice 7.4), not as our own tests do. */
class OfficeFilesTest {

    @TempDir
    private static Path folder = Path.of("");

    private static MessageContents contents;

    @BeforeAll
    static void start() {
        contents = MessageContents.of(VietnameseText.load(), folder);
    }

    @AfterAll
    static void stop() {
        contents.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter.doc", "letter.docx", "letter.odt", "letter.rtf"})
    void aLetterIsUnderstood(String name) throws IOException {
        List<OfficialDocument> found = new LayoutReader().documents(read(name));
        assertThat(found).hasSize(1);
        OfficialDocument letter = found.get(0);
        assertThat(letter.fields().get(Field.CODE)).isEqualTo("918/STTTT-CNTT");
        assertThat(letter.fields().get(Field.ISSUED_ON)).isEqualTo("2021-04-14");
        assertThat(letter.fields().get(Field.TYPE)).isEqualTo("Công văn");
        assertThat(letter.fields().get(Field.SUBJECT)).isEqualTo("hướng dẫn sử dụng hệ thống họp trực tuyến");
        assertThat(letter.fields().get(Field.ISSUER)).isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(letter.fields().get(Field.SIGNER)).isEqualTo("Trần Ngọc Thạch");
        assertThat(letter.fields().get(Field.CAPACITY)).isEqualTo("KT.");
        assertThat(letter.toPlaces()).containsExactly("Như trên", "UBND thành phố", "Giám đốc Sở");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.xls", "secret.xlsx", "secret.ods", "secret.ppt.gz", "secret.pptx", "secret.odp"})
    void aMarkInATableOrOnASlideIsFound(String name) throws IOException {
        List<ReadPart> parts = read(name);
        assertThat(new SecrecyRule().find("x", parts)).as("%s", parts).isPresent();
        assertThat(parts).noneMatch(ReadPart::isUnread);
    }

    private static List<ReadPart> read(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OfficeFilesTest.class.getResourceAsStream("office/" + name), name)) {
            byte[] bytes = (name.endsWith(".gz") ? new GZIPInputStream(file) : file).readAllBytes();
            Mail mail = new Mail("x", "x").attach(name.replace(".gz", ""), bytes);
            return contents.read(new ByteArrayInputStream(mail.toBytes()));
        }
    }
}
