package vn.vanthu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: no exception, no endless work, and converting again changes nothing. */
class VietnameseTextFuzzTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final String SEED_TEXT =
            "Trình lãnh đạo Sở ký ban hành & gửi các huyện, thị xã +AOE- a^' &#7841; e\u0323\u0302 Ã¡";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomDamageNeverBreaksIt(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] text = damaged(random);
            Conversion once = ENGINE.convert(text, Evidence.none());
            if (once.changed()) {
                Conversion twice = ENGINE.convert(once.text().getBytes(UTF_8), Evidence.none());
                assertThat(twice.changed()).as("seed %d round %d", seed, round).isFalse();
            }
            for (Encoding encoding : Encoding.values()) {
                assertThatCode(() -> ENGINE.decode(text, encoding)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void halfSurrogatesAndNulsPass() {
        assertThatCode(() -> ENGINE.convert(
                        "\uD800 \0 \uDC00 a\u0323\u0323\u0323 &#xD800; &#99999999; +2AA-", Evidence.none()))
                .doesNotThrowAnyException();
    }

    @Test
    void aGiganticLineIsReadInLinearTime() {
        byte[] line = ENGINE.encode("đơn đề nghị ".repeat(200_000), Encoding.TCVN3);
        Conversion conversion =
                Assertions.assertTimeout(Duration.ofSeconds(30), () -> ENGINE.convert(line, Evidence.none()));
        assertThat(conversion.text()).startsWith("đơn đề nghị đơn");
    }

    private static byte[] damaged(Random random) {
        Encoding[] encodings = Encoding.withTable().toArray(new Encoding[0]);
        byte[] text = random.nextBoolean()
                ? SEED_TEXT.getBytes(UTF_8)
                : ENGINE.encode(SEED_TEXT, encodings[random.nextInt(encodings.length)]);
        int from = random.nextInt(text.length);
        int to = from + random.nextInt(text.length - from) + 1;
        byte[] piece = java.util.Arrays.copyOfRange(text, from, to);
        for (int i = random.nextInt(6); i > 0; i--) {
            piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
        }
        return piece;
    }
}
