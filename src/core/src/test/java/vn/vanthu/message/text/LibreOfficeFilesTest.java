package vn.vanthu.message.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

/** Files that LibreOffice 7 wrote, with text in {@code .VnTime}, {@code .VnTimeH} and a Unicode font. */
class LibreOfficeFilesTest {

    private static final VietnameseText ENGINE = VietnameseText.load();

    @ParameterizedTest
    @ValueSource(strings = {"cong-van.docx", "cong-van.doc", "cong-van.odt", "cong-van.rtf", "bang.xlsx", "bang.xls"})
    void aFileInALegacyFontIsToldOf(String name) throws IOException {
        byte[] mail = mailWith(name);
        MessageConversion flagged = new MessageConverter(ENGINE, OfficeFiles.FLAG).convert(mail);
        assertThat(flagged.changed()).isFalse();
        assertThat(flagged.bytes()).isEqualTo(mail);
        assertThat(flagged.parts()).singleElement().satisfies(part -> {
            assertThat(part.part()).startsWith("2 " + name.substring(name.indexOf('.') + 1));
            assertThat(part.encoding()).isIn(Encoding.TCVN3, Encoding.TCVN3_CAPITALS);
            assertThat(part.flagged()).isTrue();
        });
        assertThat(flagged.summary()).contains("=tcvn3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cong-van.docx", "cong-van.odt", "cong-van.rtf", "bang.xlsx"})
    void aConvertedCopyCanBePutBesideIt(String name) throws IOException {
        byte[] mail = mailWith(name);
        MessageConversion copied = new MessageConverter(ENGINE, OfficeFiles.ATTACH_COPY).convert(mail);
        String after = new String(copied.bytes(), ISO_8859_1);
        assertThat(after).startsWith(new String(mail, ISO_8859_1).replaceFirst("\r\n--b--\r\n$", ""));
        String copy = after.substring(after.lastIndexOf("\r\n\r\n") + 4, after.lastIndexOf("\r\n--b--"));
        String text = textOf(Base64.getMimeDecoder().decode(copy));
        assertThat(text)
                .contains("Kính gửi: Sở Ngoại vụ tỉnh Bình Định")
                .contains("báo cáo tình hình thực hiện tr")
                .contains("ớc ngày 20/12");
        assertThat(text.replaceAll("<[^>]*>|[{}]|\\\\uc1 ?", "")).contains("thực hiện trước ngày");
        if (name.startsWith("cong-van")) {
            assertThat(text).contains("ỦY BAN NHÂN DÂN HUYỆN").contains("Unicode: phê duyệt");
        }
    }

    private static byte[] mailWith(String name) throws IOException {
        try (InputStream file = LibreOfficeFilesTest.class.getResourceAsStream("office/libreoffice/" + name)) {
            String encoded = Base64.getMimeEncoder()
                    .encodeToString(Objects.requireNonNull(file, name).readAllBytes());
            return ("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                            + "Content-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: application/octet-stream;"
                            + " name=" + name + "\r\nContent-Disposition: attachment; filename=" + name
                            + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--b--\r\n")
                    .getBytes(ISO_8859_1);
        }
    }

    /** All XML of a package; RTF with its characters read. */
    private static String textOf(byte[] file) throws IOException {
        if (file[0] == '{') {
            return rtf(new String(file, ISO_8859_1));
        }
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return text.toString();
    }

    private static String rtf(String source) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < source.length(); at++) {
            if (source.startsWith("\\u", at) && at + 2 < source.length() && Character.isDigit(source.charAt(at + 2))) {
                int end = at + 2;
                while (Character.isDigit(source.charAt(end))) {
                    end++;
                }
                text.append((char) Integer.parseInt(source.substring(at + 2, end)));
                at = source.startsWith("\\'", end) ? end + 3 : end;
            } else {
                text.append(source.charAt(at));
            }
        }
        return text.toString();
    }
}
