package vn.vanthu.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterStatusTest {

    @TempDir
    private Path folder = Path.of("");

    private List<String> told(String others) throws IOException {
        Files.writeString(
                folder.resolve("mailetcontainer.xml"),
                "<mailetcontainer><processors><processor state=\"root\"><mailet match=\"All\""
                        + " class=\"vn.vanthu.mailets.ScoreSpam\">" + others
                        + "</mailet></processor></processors></mailetcontainer>");
        return FilterStatus.of(folder, folder).lines().stream()
                .map(StatusLine::toString)
                .toList();
    }

    @Test
    void withoutOtherFiltersAndWithWholeLessonsAllIsWell() throws IOException {
        assertThat(told("")).allMatch(line -> line.contains("OK"));
    }

    @Test
    void lessonsThatWerePutAsideAreToldUntilTheyAreDeleted() throws IOException {
        Path aside = Files.createDirectories(folder.resolve("spam")).resolve("lessons.corrupt-1");
        Files.writeString(aside, "x");
        assertThat(told("")).anySatisfy(line -> assertThat(line).contains("WARNING", aside.toString()));
        Files.delete(aside);
        assertThat(told("")).allMatch(line -> line.contains("OK"));
    }

    @Test
    void aFilterThatDoesNotAnswerIsNamedAndOneThatDoesIsNot() throws IOException {
        HttpServer rspamd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rspamd.createContext("/checkv2", exchange -> {
            byte[] answer = "{\"score\":0.1,\"action\":\"no action\"}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        rspamd.start();
        String there = "<rspamd>http://127.0.0.1:" + rspamd.getAddress().getPort() + "</rspamd>";
        try {
            assertThat(told(there)).allMatch(line -> line.contains("OK"));
            assertThat(told(there + "<spamAssassin>127.0.0.1:1</spamAssassin>")).anySatisfy(line -> assertThat(line)
                    .contains("WARNING", "SpamAssassin 127.0.0.1:1")
                    .doesNotContain("Rspamd"));
        } finally {
            rspamd.stop(0);
        }
    }
}
