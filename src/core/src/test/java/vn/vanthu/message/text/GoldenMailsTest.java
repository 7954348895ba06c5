package vn.vanthu.message.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanthu.text.VietnameseText;

/**
 * Whole mails as they came, and as they leave: {@code golden/NAME.eml} and {@code NAME.expected.eml}. A mail without an
 * expected one must stay byte for byte.
 */
class GoldenMailsTest {

    private static final MessageConverter CONVERTER = new MessageConverter(VietnameseText.load());

    static List<Path> mails() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenMailsTest.class.getResource("golden"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".expected.eml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void becomesWhatIsExpected(Path mail) throws IOException {
        Path expected = Path.of(mail.toString().replace(".eml", ".expected.eml"));
        byte[] before = Files.readAllBytes(mail);
        MessageConversion conversion = CONVERTER.convert(before);
        assertThat(conversion.changed()).isEqualTo(Files.exists(expected));
        String after = new String(conversion.bytes(), ISO_8859_1);
        assertThat(after)
                .isEqualTo(new String(Files.readAllBytes(Files.exists(expected) ? expected : mail), ISO_8859_1));
        assertThat(CONVERTER.convert(conversion.bytes()).changed()).isFalse();
    }
}
