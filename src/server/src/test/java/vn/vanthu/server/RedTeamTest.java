package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;
import vn.vanthu.text.VietnameseText;

/**
 * Attacks on the sender rules and on the approval, and ordinary mail that must pass, each a file with the decision that
 * people agreed to. The same as {@code ./vanthu check --sender LOGIN --to ADDRESS FILE}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TurkishLocale.class)
class RedTeamTest {

    private static final Path MAILS =
            Path.of("..", "core").resolve(Golden.RESOURCES).resolve("approval");

    @TempDir
    private static Path temporary = Path.of("");

    private MessageContents contents;
    private Rehearsal rehearsal;

    @BeforeAll
    void open() throws Exception {
        contents = MessageContents.of(VietnameseText.load(), temporary);
        rehearsal = new Rehearsal(
                OrganizationFile.load(Golden.CONF.resolve("organization.xml")),
                RehearsalPolicy.of(Golden.CONF),
                LocalDate.of(2026, 11, 23),
                contents,
                Lessons.open(temporary.resolve("spam"), Clock.systemUTC()));
    }

    @AfterAll
    void close() {
        contents.close();
    }

    @Test
    void everyAttackIsStopped() throws IOException {
        assertThat(wrong("attacks", 800)).isEmpty();
    }

    @Test
    void everyOrdinaryMailPasses() throws IOException {
        assertThat(wrong("ordinary", 940)).isEmpty();
    }

    /** What was decided otherwise than the file beside the mail says. */
    private List<String> wrong(String folder, int atLeast) throws IOException {
        List<Path> mails;
        try (Stream<Path> files = Files.list(MAILS.resolve(folder))) {
            mails = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        assertThat(mails).hasSizeGreaterThanOrEqualTo(atLeast);
        List<String> wrong = new ArrayList<>();
        for (Path mail : mails) {
            Map<String, String> expected = expected(Path.of(mail.toString().replace(".eml", ".expected")));
            Rehearsal.Result result = rehearsal.play(Files.readAllBytes(mail), envelope(expected));
            String decision = result.decision().verdict().code();
            if (!decision.equals(expected.get("decision"))) {
                wrong.add(mail.getFileName() + ": " + decision + ", "
                        + result.decision().reason().code() + ": "
                        + result.decision().reason().text());
            }
        }
        return wrong;
    }

    private static Rehearsal.Envelope envelope(Map<String, String> expected) {
        return new Rehearsal.Envelope(
                Optional.of(expected.getOrDefault("login", "")).filter(login -> !login.isEmpty()),
                Optional.ofNullable(expected.get("from")),
                List.of(expected.getOrDefault("to", "").split(", ")));
    }

    private static Map<String, String> expected(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(":"))
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
