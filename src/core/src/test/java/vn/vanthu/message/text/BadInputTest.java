package vn.vanthu.message.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** What mail brings that no standard allows: nothing throws, nothing is lost, nothing is endless. */
class BadInputTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final MessageConverter CONVERTER = new MessageConverter(ENGINE);
    private static final String LETTER = "Kính mời các phòng cử cán bộ dự tập huấn nghiệp vụ lễ tân vào sáng thứ năm.";
    private static final String TCVN3 = new String(ENGINE.encode(LETTER, Encoding.TCVN3), ISO_8859_1);

    /** A charset that is wrong, unknown or no name at all does not keep legacy text from being found. */
    @ParameterizedTest
    @ValueSource(
            strings = {"utf-8", "windows-1258", "gb2312", "x-unknown", "\"\"", "\"a b", "ISO-2022-JP", "utf-16", "%00"})
    void theDeclaredCharsetMayBeAnything(String charset) {
        MessageConversion conversion = convert("Content-Type: text/plain; charset=" + charset
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + TCVN3 + "\r\n");
        assertThat(conversion.summary()).isEqualTo("text/plain=tcvn3");
        assertThat(bodyOf(conversion)).isEqualTo(LETTER + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: =?utf-8?B?VGjG?=",
                "Subject: =?utf-8?Q?Th=C6=?= x",
                "Subject: =?utf-8?B?%%%?= =?x?Q",
                "Subject: =?no-such-charset?B?VGg=?=",
                "Subject: =?utf-8?X?abc?=",
                "Subject: =?utf-8?B??= =????= =?=?",
                "From: =?utf-8?Q?=22An?= <a@b.example>"
            })
    void brokenEncodedWordsStayAsTheyAre(String field) {
        byte[] message = (field + "\r\n\r\nhello\r\n").getBytes(ISO_8859_1);
        MessageConversion conversion = CONVERTER.convert(message);
        assertThat(conversion.changed()).isFalse();
        assertThat(conversion.bytes()).isEqualTo(message);
    }

    /** Truncated sequences, overlong ones, surrogates in UTF-8, bytes that UTF-8 never has. */
    @ParameterizedTest
    @ValueSource(strings = {"E1 BB", "C3", "F0 9F 98", "C0 80", "ED A0 80", "ED B0 80", "FE FF", "EF BF BF", "00 00"})
    void damagedUtf8StaysByteForByte(String hex) {
        StringBuilder damaged = new StringBuilder(new String(LETTER.getBytes(UTF_8), ISO_8859_1)).append(' ');
        for (String each : hex.split(" ")) {
            damaged.append((char) Integer.parseInt(each, 16));
        }
        String message = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + damaged;
        assertThat(new String(convert(message).bytes(), ISO_8859_1)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "&#xD800; &#55296;", "+2AA-", "\uDBFFKính gửi"})
    void halvesOfSurrogatePairsStay(String text) {
        assertThat(ENGINE.convert(text, Evidence.none()).text()).isEqualTo(text);
    }

    @Test
    void nulsStayWhereTheyAre() {
        MessageConversion conversion = convert("\r\n" + TCVN3 + "\0\0 " + TCVN3 + "\0");
        assertThat(bodyOf(conversion)).isEqualTo(LETTER + "\0\0 " + LETTER + "\0");
    }

    @Test
    void aLineMayBeAsLongAsTheMail() {
        int times = 60_000;
        String line = (TCVN3 + " ").repeat(times);
        assertThat(bodyOf(convert("\r\n" + line))).isEqualTo((LETTER + " ").repeat(times));
        String without = TCVN3.replace(" ", "").replace(".", "").repeat(times / 4);
        byte[] message = ("\r\n" + without).getBytes(ISO_8859_1);
        byte[] once = CONVERTER.convert(message).bytes();
        assertThat(CONVERTER.convert(once).bytes()).isEqualTo(once);
        String header = "Subject: " + "x".repeat(2_000_000) + "\r\n\r\nhello";
        assertThat(convert(header).changed()).isFalse();
    }

    private static MessageConversion convert(String latin1) {
        return CONVERTER.convert(latin1.getBytes(ISO_8859_1));
    }

    private static String bodyOf(MessageConversion conversion) {
        String raw = new String(conversion.bytes(), ISO_8859_1);
        String header = raw.substring(0, raw.indexOf("\r\n\r\n") + 2);
        String body = raw.substring(raw.indexOf("\r\n\r\n") + 4);
        byte[] bytes = header.contains("base64") ? Base64.getMimeDecoder().decode(body) : body.getBytes(ISO_8859_1);
        return new String(bytes, UTF_8);
    }
}
