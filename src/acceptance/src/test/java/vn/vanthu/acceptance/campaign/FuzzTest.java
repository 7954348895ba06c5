package vn.vanthu.acceptance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Office;

/** The fuzzing's short form; the long one is {@code src/acceptance/campaign fuzz}. */
class FuzzTest {

    private static final int MAILS = 400;

    @Test
    void noMutatedMailComesToHarm() throws Exception {
        try (Office office = Office.open(gateway -> {})) {
            Fuzz fuzz = new Fuzz(office, Fuzz.mutations(20261124), Fuzz.screen());

            List<String> findings = fuzz.run(MAILS);

            assertThat(findings).isEmpty();
            // The others are attacks and broken lines, which are refused in the dialogue.
            assertThat(fuzz.accepted()).isGreaterThan(MAILS / 2);
        }
    }
}
