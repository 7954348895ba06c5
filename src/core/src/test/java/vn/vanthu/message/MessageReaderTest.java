package vn.vanthu.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class MessageReaderTest {

    private static final int LIMIT = 100_000;
    private static final String MAIL = "From: vanthu@so.tinh.gov.vn\r\nSubject: a\r\n\r\nbody\r\n";

    private final MessageReader reader = new MessageReader(LIMIT);

    private MessageView header(byte[] message) throws IOException {
        return reader.header(new ByteArrayInputStream(message));
    }

    @Test
    void theTraceLinesOfThisGatewayAreNotPartOfTheFingerprint() throws IOException {
        String trace = "Received: from x by y\r\nX-VanThu-Id: 7ZK2-0Q9D-M4TX-1B8C\r\n";
        Fingerprint bare = MessageReader.fingerprint(new ByteArrayInputStream(MAIL.getBytes(US_ASCII)), 0);
        MessageReader.Message traced =
                reader.whole(new ByteArrayInputStream((trace + MAIL).getBytes(US_ASCII)), trace.length());
        assertThat(traced.fingerprint()).isEqualTo(bare);
        assertThat(traced.view().subject()).isEqualTo("a");
        assertThat(bare.size()).isEqualTo(MAIL.length());
    }

    @Test
    void theFingerprintOfNothingIsThatOfNoBytes() throws IOException {
        assertThat(MessageReader.fingerprint(InputStream.nullInputStream(), 1000))
                .isEqualTo(new Fingerprint("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
    }

    @Test
    void theHeaderAloneIsReadWithoutTheBody() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the body was read");
            }
        };
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(MAIL.getBytes(US_ASCII)), failing);
        assertThat(reader.header(in).subject()).isEqualTo("a");
    }

    @Test
    void aHeaderOfHundredThousandLinesIsCountedAndCutAtTheLimit() throws IOException {
        String lines = "X-Line: 0123456789\r\n".repeat(100_000);
        MessageView view = header(("Subject: a\r\n" + lines + "From: x@example.org\r\n\r\nbody").getBytes(US_ASCII));
        assertThat(view.headerBytes()).isEqualTo(12 + lines.length() + 21 + 2);
        assertThat(view.oddities()).contains(Oddity.HEADER_TOO_LONG);
        assertThat(view.subject()).isEqualTo("a");
        assertThat(view.from()).isEmpty();
    }

    @Test
    void aHeaderAtTheLimitIsWhole() throws IOException {
        String head = "Subject: a\r\nX: ";
        String fill = "x".repeat(LIMIT - head.length() - 4);
        assertThat(header((head + fill + "\r\n\r\n").getBytes(US_ASCII)).oddities())
                .isEmpty();
        assertThat(header((head + fill + "x\r\n\r\n").getBytes(US_ASCII)).oddities())
                .contains(Oddity.HEADER_TOO_LONG);
    }

    @Test
    void legacyBytesStayAtHandForTheTextEngine() throws IOException {
        byte[] tcvn3 = {'B', (byte) 0xB8, 'o', ' ', 'c', (byte) 0xB8, 'o'};
        MessageView view = header(("Subject: " + new String(tcvn3, ISO_8859_1) + "\r\n\r\n").getBytes(ISO_8859_1));
        HeaderField subject = view.first("subject").orElseThrow();
        assertThat(subject.value()).isEqualTo(tcvn3);
        assertThat(HeaderText.pieces("x =?x-tcvn3?Q?=B8?= =?X-TCVN3?Q?o?=".getBytes(US_ASCII)))
                .extracting(piece -> piece.charset() + ":" + new String(piece.bytes(), ISO_8859_1))
                .containsExactly(":x ", "x-tcvn3:\u00B8o");
    }

    @Test
    void valuesThatInviteSlownessAreReadQuickly() {
        List<String> bad = List.of(
                "=?utf-8?Q?",
                "=?a?B?=",
                "=?",
                "<",
                "(",
                "\"",
                " ",
                "\\",
                "a@",
                ":",
                "a:b@c,",
                "<@",
                "=?utf-8?Q?a?= ",
                "\t\n ");
        MessageReader large = new MessageReader(2_000_000);
        assertThat(bad).allSatisfy(piece -> {
            byte[] message = ("From: " + piece.repeat(1_000_000 / piece.length()) + "\r\n\r\n").getBytes(UTF_8);
            long start = System.nanoTime();
            MessageView view = large.header(new ByteArrayInputStream(message));
            askEverything(view);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        });
    }

    @Test
    void noBytesMakeItThrow() throws IOException {
        List<byte[]> mails = Corpus.mails();
        for (int seed = 0; seed < 10_000; seed++) {
            byte[] message = Corpus.mutated(mails.get(seed % mails.size()), new Random(seed));
            try {
                askEverything(reader.whole(new ByteArrayInputStream(message), seed % 7)
                        .view());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void askEverything(MessageView view) {
        view.fields().forEach(field -> {
            assertThat(field.text()).doesNotContain("\r", "\n", "\0");
            view.addresses(field.name()).forEach(HeaderAddress::isPlain);
            HeaderDate.read(field.text());
        });
        assertThat(view.subject() + view.fromText() + view.messageId()).isNotNull();
        assertThat(view.date()).isNotNull();
    }
}
