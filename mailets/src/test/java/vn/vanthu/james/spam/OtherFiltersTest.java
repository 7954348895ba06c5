package vn.vanthu.james.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.spam.rule.Symbol;

/**
 * Rspamd and SpamAssassin beside this filter. Their answers here are those of real daemons (Rspamd 3.4, SpamAssassin 4.0.1),
 * played back, since a build machine need not have them; where the daemons are installed, they are started and asked too.
 */
@SuppressWarnings("NullAway")
class OtherFiltersTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] GTUBE = ("From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <1@b>\r\n"
                    + "Date: Tue, 24 Nov 2026 09:00:00 +0700\r\n\r\n"
                    + "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static List<Symbol> said(Adviser adviser, Duration limit) {
        return new Advisers(List.of(adviser), limit, Clock.systemUTC())
                .ask(new Adviser.Inquiry(
                        GTUBE, "203.0.113.9", "mx.b.example\r\nX: y", "a@b.example", List.of("c@d.example")))
                .join();
    }

    private static String rspamdAnswer(String file) throws IOException {
        try (InputStream in = OtherFiltersTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Symbol> rspamdSays(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/checkv2", exchange -> {
            boolean asked = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestHeaders().getFirst("IP").equals("203.0.113.9")
                    && exchange.getRequestBody().readAllBytes().length == GTUBE.length;
            byte[] answer = (asked ? body : "wrong question").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            return said(new Rspamd(URI.create("http://127.0.0.1:" + port), LIMIT), LIMIT);
        } finally {
            server.stop(0);
        }
    }

    /** Answers one conversation with these bytes. */
    private static List<Symbol> spamdSays(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> asked = CompletableFuture.supplyAsync(() -> {
                try (Socket client = server.accept()) {
                    byte[] question = client.getInputStream().readAllBytes();
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    return question;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            List<Symbol> said = said(new SpamAssassin("127.0.0.1", server.getLocalPort(), LIMIT), LIMIT);
            assertThat(new String(asked.get(), StandardCharsets.ISO_8859_1))
                    .startsWith("CHECK SPAMC/1.5\r\nContent-length: " + GTUBE.length + "\r\n\r\nFrom: ");
            return said;
        }
    }

    @Test
    void theirScoreIsOneSymbolThatNeverDecidesAlone() throws Exception {
        assertThat(rspamdSays(200, rspamdAnswer("rspamd-ham.json")))
                .allSatisfy(symbol -> assertThat(symbol.points()).isBetween(-1.0, 1.5));
        assertThat(spamdSays("SPAMD/1.1 0 EX_OK\r\nSpam: False ; -0.5 / 5.0\r\n\r\n"))
                .containsExactly(new Symbol("SPAMASSASSIN", -0.25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "[1,2", "{\"score\":\"x\"}"})
    void whatRspamdDoesNotSayCountsNothing(String body) throws Exception {
        assertThat(rspamdSays(200, body)).isEmpty();
        assertThat(rspamdSays(500, rspamdAnswer("rspamd-gtube.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SPAMD/1.0 76 EX_PROTOCOL\r\n\r\n", "Spam: True ; 9 / 5", "SPAMD/1.1 0 EX_OK\r\n\r\n"})
    void whatSpamAssassinDoesNotSayCountsNothing(String answer) throws Exception {
        assertThat(spamdSays(answer)).isEmpty();
    }

    @Test
    void aFilterThatHangsOrIsNotThereKeepsNoMail() throws Exception {
        Duration short_ = Duration.ofMillis(300);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            assertThat(said(new SpamAssassin("127.0.0.1", port, LIMIT), short_)).isEmpty();
            assertThat(said(new Rspamd(URI.create("http://127.0.0.1:" + port), LIMIT), short_))
                    .isEmpty();
        }
        assertThat(said(new SpamAssassin("127.0.0.1", 1, LIMIT), LIMIT)).isEmpty();
        assertThat(said(new Rspamd(URI.create("http://127.0.0.1:1"), LIMIT), LIMIT))
                .isEmpty();
    }

    @Test
    void rspamdIsUnderstoodAlsoTheDaemonItselfWhereItIsInstalled(@TempDir Path folder) throws Exception {
        assertThat(rspamdSays(200, rspamdAnswer("rspamd-gtube.json"))).containsExactly(new Symbol("RSPAMD", 3));
        Optional<FilterDaemon> daemon = FilterDaemon.rspamd(folder);
        if (daemon.isPresent()) {
            try (FilterDaemon real = daemon.get()) {
                assertThat(said(real.asRspamd(LIMIT), LIMIT)).containsExactly(new Symbol("RSPAMD", 3));
            }
        }
    }

    @Test
    void spamAssassinIsUnderstoodAlsoTheDaemonItselfWhereItIsInstalled(@TempDir Path folder) throws Exception {
        assertThat(spamdSays("SPAMD/1.1 0 EX_OK\r\nContent-length: 30\r\nSpam: True ; 999.9 / 5.0\r\n\r\n"))
                .containsExactly(new Symbol("SPAMASSASSIN", 3));
        Optional<FilterDaemon> daemon = FilterDaemon.spamAssassin(folder);
        if (daemon.isPresent()) {
            try (FilterDaemon real = daemon.get()) {
                assertThat(said(real.asSpamAssassin(LIMIT), LIMIT)).containsExactly(new Symbol("SPAMASSASSIN", 3));
            }
        }
    }
}
