package vn.vanthu.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.quarantine.QuarantineRule.Facts;

class QuarantineRuleTest {

    private static Optional<String> decide(boolean spam, boolean document, boolean fails, Danger... dangers) {
        return QuarantineRule.decide(new Facts(spam, document, fails, List.of(dangers), ""))
                .map(decision ->
                        decision.verdict().code() + " " + decision.reason().code());
    }

    @Test
    void spamWaitsAndADocumentIsDeliveredUnlessItsSenderIsFalse() {
        assertThat(decide(false, false, false)).isEmpty();
        assertThat(decide(false, true, true)).isEmpty();
        assertThat(decide(true, false, false)).contains("quarantine spam");
        assertThat(decide(true, true, false)).contains("deliver spam-with-document");
        assertThat(decide(true, true, true)).contains("quarantine document-sender-false");
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWithSomethingDangerousWaits(Danger.Kind kind) {
        Optional<Decision> decision =
                QuarantineRule.decide(new Facts(true, true, false, List.of(new Danger(kind, "tệp x.bin")), "score=9"));
        assertThat(decision).hasValueSatisfying(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.QUARANTINE);
            assertThat(found.reason().text()).contains("tệp x.bin");
            assertThat(found.reason().detail()).isEqualTo("score=9");
        });
    }

    @Test
    void aVirusWaitsWhateverTheScore() {
        assertThat(decide(false, false, false, new Danger(Danger.Kind.VIRUS, "Eicar")))
                .contains("quarantine virus");
        assertThat(decide(false, false, false, new Danger(Danger.Kind.PROGRAM, "x.exe")))
                .isEmpty();
    }
}
