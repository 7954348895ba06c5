package vn.vanthu.james.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import vn.vanthu.james.relay.RecipientResult.Kind;

/** What a server says, over a real socket, and what is made of it for each recipient. */
class SmtpClientTest {

    private static final String ONE = "mot@b.vn";
    private static final String TWO = "hai@b.vn";
    private static final String MESSAGE = "Subject: a\r\nX-Legacy: C\u00e9ng h\u00dfa\r\n\r\nbody\r\n.dot\r\n";

    private final SmtpClient client = new SmtpClient(
            new RelaySettings(null, 25, "mail.so.vn", List.of(Duration.ofMinutes(1)), Duration.ofDays(3), 1));

    private Map<String, RecipientResult> send(ScriptedServer server, String... recipients) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new java.util.Properties()),
                new ByteArrayInputStream(MESSAGE.getBytes(ISO_8859_1)));
        return client.send(message, "vp@so.vn", List.of(recipients), server.host()).stream()
                .collect(Collectors.toMap(RecipientResult::recipient, result -> result));
    }

    private static RecipientResult of(Map<String, RecipientResult> results, String recipient) {
        return Objects.requireNonNull(results.get(recipient));
    }

    private Kind kindOf(Map<String, String> replies) throws Exception {
        try (ScriptedServer server = new ScriptedServer(replies)) {
            Map<String, RecipientResult> results = send(server, ONE, TWO);
            assertThat(results).containsOnlyKeys(ONE, TWO);
            assertThat(of(results, ONE).kind()).isEqualTo(of(results, TWO).kind());
            return of(results, ONE).kind();
        }
    }

    @Test
    void theServersLastWordIsKept() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(".", "250 2.0.0 queued as 4XyZ"))) {
            RecipientResult result = of(send(server, ONE), ONE);
            assertThat(result.kind()).isEqualTo(Kind.RELAYED);
            assertThat(result.reply()).isEqualTo("250 2.0.0 queued as 4XyZ");
            assertThat(result.host()).isEqualTo(server.host().text());
            assertThat(server.heard())
                    .contains("EHLO mail.so.vn", "MAIL FROM:<vp@so.vn>", "RCPT TO:<" + ONE + ">", "body", "..dot");
        }
    }

    @Test
    void oneRecipientIsRefusedTheOtherOneTaken() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT TO:<" + TWO, "550 5.1.1 no such user"))) {
            Map<String, RecipientResult> results = send(server, ONE, TWO);
            assertThat(of(results, ONE).kind()).isEqualTo(Kind.RELAYED);
            assertThat(of(results, TWO).kind()).isEqualTo(Kind.REFUSED);
            assertThat(of(results, TWO).status()).isEqualTo("5.1.1");
        }
    }

    @Test
    void oneRecipientMustWaitTheOtherOneIsTaken() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT TO:<" + TWO, "450 4.2.0 greylisted"))) {
            Map<String, RecipientResult> results = send(server, ONE, TWO);
            assertThat(of(results, ONE).kind()).isEqualTo(Kind.RELAYED);
            assertThat(of(results, TWO).kind()).isEqualTo(Kind.FAILED_FOR_NOW);
        }
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() throws Exception {
        assertThat(kindOf(Map.of("", "554 5.3.2 no mail here"))).isEqualTo(Kind.REFUSED);
        assertThat(kindOf(Map.of("MAIL", "550 5.7.1 not you"))).isEqualTo(Kind.REFUSED);
        assertThat(kindOf(Map.of("RCPT", "550 5.1.1 nobody"))).isEqualTo(Kind.REFUSED);
        assertThat(kindOf(Map.of(".", "554 5.7.1 spam"))).isEqualTo(Kind.REFUSED);
    }

    @Test
    void whatMayPassIsTriedAgain() throws Exception {
        assertThat(kindOf(Map.of("", "421 4.3.2 too busy"))).isEqualTo(Kind.FAILED_FOR_NOW);
        assertThat(kindOf(Map.of("", "hang up"))).isEqualTo(Kind.FAILED_FOR_NOW);
        assertThat(kindOf(Map.of("MAIL", "451 4.3.0 later"))).isEqualTo(Kind.FAILED_FOR_NOW);
        assertThat(kindOf(Map.of("RCPT", "450 4.2.1 later"))).isEqualTo(Kind.FAILED_FOR_NOW);
        assertThat(kindOf(Map.of(".", "452 4.3.1 disk full"))).isEqualTo(Kind.FAILED_FOR_NOW);
        assertThat(kindOf(Map.of("RCPT", "hang up"))).isEqualTo(Kind.FAILED_FOR_NOW);
    }

    /** Whether the server has it is not known; a second copy is better than none. */
    @Test
    void aConnectionLostAfterDataIsTriedAgain() throws Exception {
        assertThat(kindOf(Map.of(".", "hang up"))).isEqualTo(Kind.FAILED_FOR_NOW);
    }

    @Test
    void nobodyListens() throws Exception {
        ScriptedServer server = new ScriptedServer(Map.of());
        server.close();
        assertThat(of(send(server, ONE), ONE).kind()).isEqualTo(Kind.FAILED_FOR_NOW);
    }
}
