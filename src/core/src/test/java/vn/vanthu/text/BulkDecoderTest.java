package vn.vanthu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast way for long texts gives what the plain way gives. */
class BulkDecoderTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final CodeTables TABLES = CodeTables.load();

    private static final String[] WORDS = {
        "ủy ban",
        "Ủy ban",
        "CỘNG HÒA",
        "Ở",
        "ở",
        "đ/c A",
        "Ý KIẾN",
        "Sở Nội vụ",
        "UBND",
        "ÔNG",
        "McÁ",
        "iÁ",
        "I",
        "và",
        "Á",
        "ẢÁ",
        "E",
        "ngà",
        "2.",
        "!",
        "\n",
        "\r\n",
        ".",
        "á"
    };

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VIETWARE_F"})
    void putsRightTheSameCapitals(Encoding encoding) {
        Random random = new Random(4);
        for (int i = 0; i < 5000; i++) {
            byte[] text = ENGINE.encode(randomLines(random), encoding);
            char[] units = Units.ofBytes(text, 0, text.length);
            Capitals.Restored expected = Capitals.restore(TABLES.of(encoding).decode(units, 0, units.length));
            byte[] utf8 = new byte[BulkDecoder.outputSize(text.length)];
            BulkDecoder.Result result = ENGINE.decoder(encoding).decode(text, utf8);
            assertThat(new String(utf8, 0, result.length(), UTF_8)).isEqualTo(expected.text());
            assertThat(result.lost()).isEqualTo(expected.lost());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VNI_WIN", "VISCII", "VPS", "CP1258"})
    void aStreamBecomesWhatTheWholeBecomes(Encoding encoding) throws IOException {
        String line = "Căn cứ Luật Tổ chức chính quyền địa phương, ủy ban nhân dân tỉnh ban hành quyết định này.\n";
        byte[] text = ENGINE.encode(line.repeat(8000), encoding);
        assertThat(convert(text))
                .isEqualTo(ENGINE.convert(text, Evidence.none()).text());
        assertThat(convert(text)).startsWith(line).endsWith(line);
    }

    @Test
    void aLineOfUnicodeInALongLegacyTextStaysUnicode() throws IOException {
        String line = "Căn cứ Luật Tổ chức chính quyền địa phương, đề nghị các đơn vị thực hiện.\n";
        byte[] legacy = ENGINE.encode(line.repeat(3000), Encoding.TCVN3);
        byte[] text = Arrays.copyOf(legacy, legacy.length + line.getBytes(UTF_8).length);
        System.arraycopy(line.getBytes(UTF_8), 0, text, legacy.length, line.getBytes(UTF_8).length);
        assertThat(convert(text)).isEqualTo(line.repeat(3001));
    }

    private static String convert(byte[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StreamConverter(ENGINE).convert(new ByteArrayInputStream(text), out);
        return out.toString(UTF_8);
    }

    private static String randomLines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
