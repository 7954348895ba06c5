package vn.vanthu.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class PartReaderTest {

    private static final String HEAD = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    private final List<String> seen = new ArrayList<>();
    private final PartReader reader = new PartReader(new PartReader.Limits(3, 100, 100_000));

    private Set<Unread> read(String message) throws IOException {
        return reader.read(in(message), (part, content) -> seen.add(part.path() + " " + part.mediaType()));
    }

    private static InputStream in(String message) {
        return new ByteArrayInputStream(message.getBytes(US_ASCII));
    }

    @Test
    void anEmptyMessageHasOneEmptyText() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(seen).containsExactly("1 text/plain");
    }

    @Test
    void moreThanTheLimitOfPartsIsTold() throws IOException {
        assertThat(read(HEAD + "--b\r\n\r\nx\r\n".repeat(200) + "--b--")).containsExactly(Unread.TOO_MANY_PARTS);
        assertThat(seen).hasSize(99);
    }

    @Test
    void headersOverTheLimitAreTold() throws IOException {
        assertThat(read(HEAD + ("--b\r\nX: " + "x".repeat(9000) + "\r\n\r\nx\r\n").repeat(50) + "--b--"))
                .containsExactly(Unread.HEADERS_TOO_LONG);
        assertThat(read("X: " + "x".repeat(200_000) + "\r\n\r\nx")).containsExactly(Unread.BROKEN);
    }

    @Test
    void whatIsTooDeepIsGivenAsOnePieceAndTheRestIsReadOn() throws IOException {
        String deep = "--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n"
                + "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nx\r\n";
        assertThat(read(HEAD + deep + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--"))
                .containsExactly(Unread.TOO_DEEP);
        assertThat(seen).containsExactly("1.1.1.1 message/rfc822", "1.2 image/png");
    }

    @Test
    void contentThatNobodyReadsIsPassedOver() throws IOException {
        String attachment = "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + "QUJD\r\n".repeat(10_000);
        assertThat(read(HEAD + attachment + "--b\r\nContent-Type: image/png\r\n\r\n--b--"))
                .isEmpty();
        assertThat(seen).containsExactly("1.1 text/plain", "1.2 image/png");
    }

    @Test
    void theVisitorsFailureEndsTheReading() {
        assertThatThrownBy(() -> reader.read(in("Subject: a\r\n\r\nx"), (part, content) -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
    }

    @Test
    void aFailingStreamIsNotTakenForABrokenMessage() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };
        InputStream message = new SequenceInputStream(in(HEAD + "--b\r\n\r\nx"), failing);
        assertThatThrownBy(() -> reader.read(message, (part, content) -> content.readAllBytes()))
                .hasMessageContaining("connection lost");
    }

    @Test
    void aLargeAttachmentIsNotHeldInMemory() throws IOException {
        byte[] line = ("QUJD".repeat(19) + "\r\n").getBytes(US_ASCII);
        InputStream large = new SequenceInputStream(Collections.enumeration(List.of(
                in("Content-Transfer-Encoding: base64\r\n\r\n"), new Repeated(line, 25_000_000 / line.length))));
        long[] size = new long[1];
        assertThat(reader.read(
                        large,
                        (part, content) ->
                                size[0] = MessageReader.fingerprint(content, 0).size()))
                .isEmpty();
        assertThat(size[0]).isEqualTo(25_000_000L / line.length * 57);
    }

    /** The same line again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] line;
        private long left;

        Repeated(byte[] line, int times) {
            this.line = line;
            this.left = (long) line.length * times;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : line[line.length - 1 - (int) (--left % line.length)];
        }
    }

    @Test
    void noBytesMakeItThrow() throws IOException {
        List<byte[]> mails = Corpus.mails();
        PartReader usual = new PartReader(PartReader.Limits.USUAL);
        for (int seed = 0; seed < 10_000; seed++) {
            byte[] message = Corpus.mutated(mails.get(seed % mails.size()), new Random(seed));
            try {
                usual.read(new ByteArrayInputStream(message), (part, content) -> content.readAllBytes());
            } catch (RuntimeException | IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
