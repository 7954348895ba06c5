package vn.vanthu.acceptance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SharedOffice;

/** The fuzzing's short form; the long one is {@code src/acceptance/campaign fuzz}. */
@ExtendWith(SharedOffice.class)
class FuzzTest {

    private static final int MAILS = 400;

    private final Office office;

    FuzzTest(Office office) {
        this.office = office;
    }

    @Test
    void noMutatedMailComesToHarm() throws Exception {
        Fuzz fuzz = new Fuzz(office, Fuzz.mutations(20261124), Fuzz.screen());

        List<String> findings = fuzz.run(MAILS);

        assertThat(findings).isEmpty();
        assertThat(fuzz.accepted()).isGreaterThan(MAILS / 4);
    }
}
