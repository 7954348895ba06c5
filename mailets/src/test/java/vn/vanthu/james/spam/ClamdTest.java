package vn.vanthu.james.spam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.james.spam.Clamd.Result;

/** The talk with ClamAV: with one that speaks its language, and the real daemon where it is installed. */
class ClamdTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    static Path folder = Path.of("");

    private static List<ClamdServer> servers = List.of();

    @BeforeAll
    static void start() throws Exception {
        servers = ClamdServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        for (ClamdServer server : servers) {
            server.close();
        }
    }

    private static Clamd at(String where, Duration timeout) {
        return Clamd.at(where, timeout, Clock.systemUTC()).orElseThrow();
    }

    private static byte[] mail(int padding, String content) {
        return ("Subject: x\r\n\r\n" + "a".repeat(padding) + content + "\r\n").getBytes(US_ASCII);
    }

    @Test
    void itFindsWhatTheDaemonKnowsAlsoAtTheEndOfALongMail() {
        for (ClamdServer server : servers) {
            for (String where : server.places()) {
                Clamd clamd = at(where, TIMEOUT);
                assertThat(clamd.scan(mail(0, "Kinh gui"))).isInstanceOf(Clamd.Clean.class);
                for (int padding : new int[] {0, 65_530, 300_000}) {
                    assertThat(clamd.scan(mail(padding, ClamdServer.EICAR)))
                            .isInstanceOfSatisfying(Clamd.Found.class, found -> assertThat(found.name())
                                    .contains("Eicar"));
                }
                assertThat(clamd.scan(new byte[0])).isInstanceOf(Clamd.Clean.class);
            }
        }
    }

    @Test
    void aMailThatIsTooLongForTheDaemonIsNotCalledClean() {
        for (ClamdServer server : servers) {
            Clamd clamd = at(server.places().get(0), TIMEOUT);
            Result result = clamd.scan(mail(ClamdServer.LONGEST + 5_000_000, ""));
            assertThat(result).isInstanceOf(Clamd.Unknown.class);
        }
    }

    @Test
    void aDaemonThatHangsCostsOneTimeoutAndThenNoMailWaits() throws Exception {
        try (ClamdServer.Silent silent = new ClamdServer.Silent()) {
            Clamd clamd = at(silent.place(), Duration.ofMillis(300));
            assertThat(clamd.scan(mail(0, "x"))).isInstanceOf(Clamd.Unknown.class);
            Result second = clamd.scan(mail(0, "x"));
            assertThat(second).isInstanceOfSatisfying(Clamd.Unknown.class, unknown -> assertThat(unknown.cause())
                    .contains("was not asked"));
            assertThat(silent.connections()).isEqualTo(2); // the mail, and whether it is alive
        }
    }

    @Test
    void aMailThatItCannotScanInTimeLeavesTheNextOnesScanned() throws Exception {
        try (ClamdServer.Speaking speaking = new ClamdServer.Speaking()) {
            Clamd clamd = at(speaking.places().get(0), Duration.ofSeconds(5));
            assertThat(clamd.scan(mail(0, ClamdServer.ENDLESS))).isInstanceOf(Clamd.Unknown.class);
            assertThat(clamd.scan(mail(0, ClamdServer.EICAR))).isInstanceOf(Clamd.Found.class);
        }
    }

    @Test
    void aDaemonThatIsNotThereIsTold() {
        Result result = at(folder.resolve("none.ctl").toString(), TIMEOUT).scan(mail(0, "x"));
        assertThat(result).isInstanceOfSatisfying(Clamd.Unknown.class, unknown -> assertThat(unknown.cause())
                .contains("none.ctl"));
    }

    @Test
    void onlyPlacesThatCanBeAreTaken() {
        assertThat(Clamd.at("clamav", TIMEOUT, Clock.systemUTC())).isEmpty();
        assertThat(Clamd.at("localhost:99999", TIMEOUT, Clock.systemUTC())).isEmpty();
        assertThat(Clamd.at("[::1]:3310", TIMEOUT, Clock.systemUTC())).isPresent();
    }
}
