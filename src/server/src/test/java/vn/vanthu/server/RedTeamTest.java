package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.testing.TurkishLocale;
import vn.vanthu.text.VietnameseText;

/**
 * Attacks on the sender rules and on the approval, and ordinary mail that must pass, each a file with the decision that
 * people agreed to. The same as {@code ./vanthu check --sender LOGIN --to ADDRESS FILE}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TurkishLocale.class)
class RedTeamTest {

    @TempDir
    private static Path temporary = Path.of("");

    private MessageContents contents;
    private Rehearsal rehearsal;

    @BeforeAll
    void open() throws Exception {
        contents = MessageContents.of(VietnameseText.load(), temporary);
        rehearsal = ShippedRules.rehearsal(contents, temporary);
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
        List<RedTeamMail> mails = RedTeamMail.in(folder);
        assertThat(mails).hasSizeGreaterThanOrEqualTo(atLeast);
        List<String> wrong = new ArrayList<>();
        for (RedTeamMail mail : mails) {
            Rehearsal.Result result = rehearsal.play(mail.bytes(), envelope(mail.expected()));
            String decision = result.decision().verdict().code();
            if (!decision.equals(mail.decision())) {
                wrong.add(mail.name() + ": " + decision + ", "
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
}
