package vn.vanthu.quarantine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.document.ReadPart;

class DangersTest {

    private static final byte[] EMPTY = "Subject: x\r\n\r\nKinh gui\r\n".getBytes(US_ASCII);

    private static ReadPart part(String fileName, String mediaType) {
        return new ReadPart("1.2", fileName, mediaType, ReadPart.Origin.NONE, "", false, false, 0, "", List.of());
    }

    private static List<Danger.Kind> kinds(byte[] message, ReadPart... parts) {
        return Dangers.in(message, List.of(parts)).stream().map(Danger::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cong-van.pdf, application/pdf",
        "cv.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "cv.doc, application/msword",
        "anh.jpg, image/jpeg",
        "so-lieu.xls, application/vnd.ms-excel",
        "goc.eml, message/rfc822",
        "ghi-chu.txt, text/plain",
        "README, text/plain",
        "hoa-don.xml, application/xml",
        "tep.rar, application/x-rar-compressed; version=5",
        "ky.p7s, application/pkcs7-signature"
    })
    void whatOfficesExchangeIsNoDanger(String fileName, String mediaType) {
        assertThat(kinds(EMPTY, part(fileName, mediaType))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cv.pdf.exe, application/x-dosexec, PROGRAM",
        "cong-van.pdf, application/x-msdownload, PROGRAM",
        "cv.EXE, application/pdf, PROGRAM",
        "cv.js, text/plain, SCRIPT",
        "cv.html, text/html, SCRIPT",
        "cv.docm, application/msword, MACRO",
        "cv.docx, application/vnd.ms-word.document.macroenabled.12, MACRO",
        "cong-van.msc, application/xml, PROGRAM",
        "cong-van.js., text/plain, SCRIPT",
        "cong-van.js\u200E, text/plain, SCRIPT",
        "cong-van.library-ms, application/xml, SCRIPT",
        "so-lieu.iqy, text/plain, SCRIPT",
        "cong-van.la, text/plain, TYPE",
        "cv.xyz, application/octet-stream, TYPE"
    })
    void namesAndTypesGiveItAway(String fileName, String mediaType, Danger.Kind kind) {
        assertThat(kinds(EMPTY, part(fileName, mediaType))).containsExactly(kind);
    }

    @Test
    void bytesGiveItAwayUnderAHarmlessName() {
        byte[] ole = ("\u00D0\u00CF\u0011\u00E0" + "x".repeat(600)
                        + new String("_VBA_PROJECT".getBytes(UTF_16LE), ISO_8859_1))
                .getBytes(ISO_8859_1);
        assertThat(kinds(mailWith(ole), part("cv.doc", "application/msword"))).containsExactly(Danger.Kind.MACRO);
        assertThat(kinds(mailWith("PK\3\4word/vbaProject.bin".getBytes(US_ASCII))))
                .containsExactly(Danger.Kind.MACRO);
        assertThat(kinds(mailWith("MZ\220".getBytes(ISO_8859_1)))).containsExactly(Danger.Kind.PROGRAM);
        assertThat(kinds(mailWith("%PDF-1.4 /OpenAction << /S /JavaScript".getBytes(US_ASCII))))
                .containsExactly(Danger.Kind.SCRIPT);
        assertThat(kinds(mailWith("%PDF-1.4 /Type /Catalog".getBytes(US_ASCII))))
                .isEmpty();
    }

    private static byte[] mailWith(byte[] attached) {
        return ("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nKinh gui\r\n--b\r\n"
                        + "Content-Type: application/msword; name=cv.doc\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(attached) + "\r\n--b--\r\n")
                .getBytes(US_ASCII);
    }
}
