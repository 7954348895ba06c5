package vn.vanthu.message.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

class MessageConverterTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final MessageConverter CONVERTER = new MessageConverter(ENGINE);
    private static final String LETTER = "Kính mời các phòng cử cán bộ dự tập huấn nghiệp vụ lễ tân vào sáng thứ năm.";

    @Test
    void convertsThePlainTextOfASimpleMail() {
        MessageConversion result =
                convert("Subject: Hop\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + tcvn3(LETTER) + "\r\n");
        assertThat(header(result, "Content-Type")).isEqualTo("text/plain; charset=UTF-8; format=flowed");
        assertThat(body(result)).isEqualTo(LETTER + "\r\n");
        assertThat(result.summary()).isEqualTo("text/plain=tcvn3");
    }

    @Test
    void leavesAMessageThatNeedsNothingByteIdentical() {
        byte[] message = ("Subject: =?utf-8?B?" + base64("Thư mời họp")
                        + "?=\nContent-Type: text/plain; charset=utf-8\n\n" + LETTER + "\n\n")
                .getBytes(UTF_8);
        MessageConversion result = CONVERTER.convert(message);
        assertThat(result.changed()).isFalse();
        assertThat(result.bytes()).isSameAs(message);
        assertThat(result.summary()).isEmpty();
    }

    @Test
    void theBodyDecidesForAShortSubject() {
        String body = "\r\n\r\n" + tcvn3(LETTER);
        assertThat(header(convert("Subject: " + tcvn3("Gấp") + body), "Subject"))
                .isEqualTo(word("Gấp"));
        assertThat(convert("Subject: " + tcvn3("Gấp") + "\r\n\r\nhello").changed())
                .isFalse();
    }

    @Test
    void convertsEncodedWordsDisplayNamesAndFileNames() {
        String subject = "=?iso-8859-1?B?" + Base64.getEncoder().encodeToString(bytes(LETTER)) + "?=";
        MessageConversion result = convert("Subject: " + subject + "\r\nFrom: \"" + tcvn3("Phạm Thị Hồng Nhung")
                + "\" <nhung@a.vn>, b@a.vn\r\nContent-Type: multipart/mixed; boundary=\"x y\"\r\n\r\npreamble\r\n"
                + "--x y\r\n\r\n" + tcvn3(LETTER) + "\r\n--x y\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n"
                + "Content-Disposition: attachment; filename=\"" + tcvn3("Giấy mời.pdf")
                + "\"; size=3\r\n\r\nabc\r\n--x y--\r\n");
        assertThat(decodedHeader(result, "Subject")).isEqualTo(LETTER);
        assertThat(decodedHeader(result, "From")).isEqualTo("Phạm Thị Hồng Nhung <nhung@a.vn>, b@a.vn");
        assertThat(text(result))
                .contains("attachment; filename*=UTF-8''Gi%E1%BA%A5y%20m%E1%BB%9Di.pdf; size=3\r\n\r\nabc\r\n");
        assertThat(result.parts())
                .extracting(PartReport::part)
                .containsExactlyInAnyOrder("1 text/plain", "2 filename", "Subject", "From");
    }

    @Test
    void touchesOnlyWhatChanges() {
        String before =
                "From: a@b.vn\r\nX-Odd:\tkept   as is \r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain\r\n\r\n";
        String after = "\r\n"
                + "--b\r\n"
                + "Content-Type: image/png\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + "AAAA\r\n"
                + "AA==\r\n\r\n"
                + "--b--\r\n"
                + "end";
        String result = text(convert(before + tcvn3(LETTER) + after));
        assertThat(result).startsWith(before.substring(0, before.length() - 4)).endsWith(after);
    }

    @Test
    void convertsHtmlByFontAndKeepsTheMarkup() {
        String html = "<html><head><style>p.cu {font-family:\"VNI-Times\"}</style></head><body>"
                + "<p class=cu>" + look(Encoding.VNI_WIN, "Báo cáo quý") + "</p>"
                + "<font face=\".VnTimeH\">" + look(Encoding.TCVN3, "quyết định") + "</font> ok "
                + "<a href=\"cid:1\" title='" + "x>y" + "'>Unicode: phê duyệt</a><!-- " + "µ" + " --></body></html>";
        MessageConversion result = convert(
                "Content-Type: text/html; charset=utf-8\r\n\r\n" + new String(html.getBytes(UTF_8), ISO_8859_1));
        assertThat(body(result))
                .isEqualTo(html.replace(look(Encoding.VNI_WIN, "Báo cáo quý"), "Báo cáo quý")
                        .replace(look(Encoding.TCVN3, "quyết định"), "QUYẾT ĐỊNH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style=\"font-family:.VnTimeH\" class=x",
                "style='font:bold 12.0pt \".VnTimeH\"' id=h",
                "style=\"font-family:&quot;.VnTimeH&quot;,serif;color:red\""
            })
    void knowsTheFontHoweverItIsWritten(String attribute) {
        String html = "<p " + attribute + ">" + look(Encoding.TCVN3, "về việc cử cán bộ đi công tác") + "</p>";
        MessageConversion result = convert(
                "Content-Type: text/html; charset=utf-8\r\n\r\n" + new String(html.getBytes(UTF_8), ISO_8859_1));
        assertThat(body(result)).isEqualTo("<p " + attribute + ">VỀ VIỆC CỬ CÁN BỘ ĐI CÔNG TÁC</p>");
    }

    @Test
    void convertsHtmlWithoutFontsAndWithReferences() {
        String html = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>"
                + look(Encoding.TCVN3, LETTER).replace("¸", "&aacute;".replace("aacute", "#184")) + "<br>a &lt; b</p>";
        MessageConversion result =
                convert("Content-Type: text/html\r\n\r\n" + new String(html.getBytes(UTF_8), ISO_8859_1));
        assertThat(body(result))
                .isEqualTo("<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><p>" + LETTER
                        + "<br>a &lt; b</p>");
    }

    @Test
    void neverTouchesWhatIsSignedOrEncrypted() {
        for (String type : new String[] {
            "multipart/signed; boundary=b; protocol=\"application/pgp-signature\"",
            "multipart/encrypted; boundary=b",
            "application/pkcs7-mime; smime-type=signed-data"
        }) {
            String message =
                    "Subject: x\r\nContent-Type: " + type + "\r\n\r\n--b\r\n\r\n" + tcvn3(LETTER) + "\r\n--b--\r\n";
            assertThat(convert(message).changed()).as(type).isFalse();
        }
        assertThat(convert("\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\n" + tcvn3(LETTER))
                        .changed())
                .isFalse();
    }

    @Test
    void goesIntoNestedMessages() {
        MessageConversion result = convert(
                "Content-Type: message/rfc822\r\n\r\nSubject: " + tcvn3(LETTER) + "\r\n\r\n" + tcvn3(LETTER) + "\r\n");
        assertThat(result.parts()).extracting(PartReport::part).containsExactlyInAnyOrder("0 Subject", "0 text/plain");
    }

    @Test
    void correctsADeclaredCharsetThatIsWrong() {
        String utf8 = new String(LETTER.getBytes(UTF_8), ISO_8859_1);
        MessageConversion result = convert("Content-Type: text/plain; charset=\"us-ascii\"\r\n\r\n" + utf8);
        assertThat(header(result, "Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(body(result)).isEqualTo(LETTER);
    }

    @Test
    void showsTheLineThatMustNotLeave() {
        byte[] message = bytes("Subject: a\r\n\r\nDear all,\r\n" + "\r\n");
        byte[] legacy = concat(message, bytes(LETTER));
        assertThat(CONVERTER.firstLegacyLine(legacy)).hasValueSatisfying(line -> {
            assertThat(line.line()).isEqualTo(LETTER);
            assertThat(line.encoding()).isEqualTo(Encoding.TCVN3);
        });
        assertThat(CONVERTER.firstLegacyLine(message)).isEmpty();
    }

    @Test
    void convertingTwiceIsConvertingOnce() {
        byte[] once = convert("Subject: " + tcvn3(LETTER) + "\r\n\r\n" + tcvn3(LETTER))
                .bytes();
        assertThat(CONVERTER.convert(once).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noDamagedMessageBreaksIt(long seed) {
        byte[] message = bytes("From: \"" + LETTER + "\" <a@b>\r\n"
                + "Subject: =?utf-8?Q?=C3?= =?x?B?%%%?=\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: text/html; charset=\"\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "<p style='font:.VnTime'>" + LETTER
                + "=\r\n"
                + "=E\r\n"
                + "--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + "Content-Disposition: x; filename*0*=utf-8''%E1; filename*1=\"a\r\n\r\n"
                + "--b--");
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = Arrays.copyOfRange(message, random.nextInt(40), message.length - random.nextInt(40));
            for (int i = random.nextInt(10); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) "\r\n;=\"'<>&%-\0:\u00E9*?b ".charAt(random.nextInt(18));
            }
            assertThatCode(() -> CONVERTER.convert(damaged)).doesNotThrowAnyException();
            byte[] once = CONVERTER.convert(damaged).bytes();
            assertThat(CONVERTER.convert(once).bytes())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(once);
        }
    }

    @Test
    void endlessNestingEnds() {
        String nested = "Content-Type: message/rfc822\r\n\r\n".repeat(5000) + "\r\n" + tcvn3(LETTER);
        assertThat(convert(nested).changed()).isFalse();
        String open = "Content-Type: text/html\r\n\r\n" + "<b><".repeat(20000) + tcvn3(LETTER);
        assertThatCode(() -> convert(open)).doesNotThrowAnyException();
    }

    private static MessageConversion convert(String latin1) {
        return CONVERTER.convert(latin1.getBytes(ISO_8859_1));
    }

    private static String tcvn3(String text) {
        return new String(ENGINE.encode(text, Encoding.TCVN3), ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return ENGINE.encode(text, Encoding.TCVN3);
    }

    private static String look(Encoding encoding, String text) {
        return new String(ENGINE.encode(text, encoding), ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + base64(text) + "?=";
    }

    private static String text(MessageConversion result) {
        return new String(result.bytes(), ISO_8859_1);
    }

    private static String header(MessageConversion result, String name) {
        String raw = text(result);
        int at = raw.indexOf(name + ": ") + name.length() + 2;
        return raw.substring(at, raw.indexOf("\r\n", at));
    }

    /** As another implementation reads it. */
    private static String decodedHeader(MessageConversion result, String name) {
        String raw = text(result).replaceAll("\r\n ", " ");
        int at = raw.indexOf(name + ": ") + name.length() + 2;
        return DecoderUtil.decodeEncodedWords(raw.substring(at, raw.indexOf("\r\n", at)), DecodeMonitor.SILENT);
    }

    private static String body(MessageConversion result) {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(result.bytes()));
        try {
            while (stream.getState() != EntityState.T_BODY) {
                stream.next();
            }
            return new String(stream.getDecodedInputStream().readAllBytes(), UTF_8);
        } catch (IOException | org.apache.james.mime4j.MimeException e) {
            throw new AssertionError(new String(result.bytes(), US_ASCII), e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
