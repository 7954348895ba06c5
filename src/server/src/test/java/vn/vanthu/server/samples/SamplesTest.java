package vn.vanthu.server.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.server.Gateway;
import vn.vanthu.server.Runtimes;
import vn.vanthu.server.setup.GatewayOptions;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

/** What people paste from the Javadoc starts: the gateway itself loads every sample, beside the shipped configuration. */
@ExtendWith(TurkishLocale.class)
class SamplesTest {

    private static final String END = "</processors>";

    @Test
    void theGatewayStartsWithEverySample(@TempDir Path temp) throws Exception {
        String processors = MailetSource.all().stream()
                .map(mailet -> processor(mailet.name(), mailet.samples()))
                .collect(Collectors.joining("\n"));
        try (Gateway gateway = start(temp, processors)) {
            assertThat(gateway.ready()).startsWith("VanThu ready: smtp 127.0.0.1:");
        }
    }

    @Test
    void aParameterThatAMailetDoesNotKnowIsToldLikeAnyWrongSetting(@TempDir Path temp) {
        String processor = processor(
                "wrong",
                List.of(
                        """
                <mailet match="All" class="vn.vanthu.mailets.RelayOutside">
                  <retryDelay>1m</retryDelay>
                  <worker>4</worker>
                </mailet>"""));
        assertThatThrownBy(() -> start(temp, processor))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "mailetcontainer.xml: mailet vn.vanthu.mailets.RelayOutside: retryDelay: found 'retryDelay';"
                                + " allowed: retryDelays, giveUpAfter, workers, port; did you mean 'retryDelays'?"
                                + System.lineSeparator()
                                + "mailetcontainer.xml: mailet vn.vanthu.mailets.RelayOutside: worker: found 'worker';"
                                + " allowed: retryDelays, giveUpAfter, workers, port; did you mean 'workers'?");
    }

    @Test
    void aWrongValueOfAJamesMailetIsToldToo(@TempDir Path temp) {
        String processor = processor("wrong", List.of("<mailet match=\"All\" class=\"ToRepository\"/>"));
        assertThatThrownBy(() -> start(temp, processor))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("start of James")
                .hasMessageContaining("ToRepository");
    }

    private static String processor(String state, List<String> samples) {
        return "<processor state=\"sample-" + state + "\" enableJmx=\"false\">" + String.join("\n", samples)
                + "</processor>";
    }

    private static Gateway start(Path temp, String processors) throws Exception {
        Path conf = Files.createDirectory(temp.resolve("conf"));
        try (Stream<Path> files = Files.list(Golden.CONF)) {
            for (Path file : files.toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        Path container = conf.resolve("mailetcontainer.xml");
        Files.writeString(container, Files.readString(container).replace(END, processors + END));
        Path data = temp.resolve("data");
        Runtimes.prepare(conf, data);
        return Gateway.start(new GatewayOptions(conf, data, freeOffset(), null, false));
    }

    /** One that leaves all of the gateway's ports free, below the ports that the system gives to connections. */
    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(10_000, 24_000)
                .filter(offset -> IntStream.of(25, 465, 587, 143, 993, 8000).allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
