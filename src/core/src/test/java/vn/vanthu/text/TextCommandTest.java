package vn.vanthu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vanthu.text.TextCommand.Action;
import vn.vanthu.text.TextCommand.Options;

class TextCommandTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final String TEXT = "Phòng Hành chính chuyển công văn đến lãnh đạo Sở.";

    @Test
    void convertsOneTextALine() throws IOException {
        String lines =
                base64(ENGINE.encode(TEXT, Encoding.TCVN3)) + "\n" + base64("a \"b\"\t\\".getBytes(UTF_8)) + "\n";
        assertThat(run(new Options(Action.CONVERT, Optional.empty(), true, true), lines.getBytes(UTF_8)))
                .isEqualTo("{\"encoding\":\"tcvn3\",\"changed\":true,\"text\":\"" + TEXT + "\"}\n"
                        + "{\"encoding\":\"utf-8\",\"changed\":false,\"text\":\"a \\\"b\\\"\\u0009\\\\\"}\n");
    }

    @Test
    void answersALineThatIsNotBase64() throws IOException {
        assertThat(run(new Options(Action.CONVERT, Optional.empty(), true, true), "A\n".getBytes(UTF_8)))
                .startsWith("{\"encoding\":\"unknown\",\"changed\":false");
    }

    @Test
    void detects() throws IOException {
        assertThat(run(
                        new Options(Action.DETECT, Optional.empty(), false, false),
                        ENGINE.encode(TEXT, Encoding.VNI_WIN)))
                .isEqualTo("vni-win\n");
    }

    @Test
    void convertsFromAnEncodingThatTheUserKnows() throws IOException {
        byte[] shortText = ENGINE.encode("Sở", Encoding.VPS);
        assertThat(run(new Options(Action.CONVERT, Optional.of(Encoding.VPS), false, false), shortText))
                .isEqualTo("Sở");
    }

    @Test
    void copiesBytesThatAreNoVietnamese() throws IOException {
        byte[] latin = {'c', 'a', 'f', (byte) 0xE9, '\n'};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextCommand(ENGINE)
                .run(new Options(Action.CONVERT, Optional.empty(), false, false), new ByteArrayInputStream(latin), out);
        assertThat(out.toByteArray()).isEqualTo(latin);
    }

    @Test
    void convertsALongTextInConstantMemory() throws IOException {
        byte[] line = ENGINE.encode(TEXT + "\n", Encoding.TCVN3);
        int lines = 20_000_000 / line.length;
        long[] written = new long[1];
        OutputStream counter = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
        new StreamConverter(ENGINE).convert(new Repeated(line, lines), counter);
        assertThat(written[0]).isEqualTo((long) lines * (TEXT + "\n").getBytes(UTF_8).length);
    }

    private static String run(Options options, byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextCommand(ENGINE).run(options, new ByteArrayInputStream(input), out);
        return out.toString(UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The same line again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] line;
        private long left;
        private int at;

        Repeated(byte[] line, int times) {
            this.line = line;
            this.left = (long) line.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            int b = line[at] & 0xFF;
            at = (at + 1) % line.length;
            return b;
        }
    }
}
