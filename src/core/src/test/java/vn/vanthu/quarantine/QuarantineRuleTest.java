package vn.vanthu.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.quarantine.QuarantineRule.Content;
import vn.vanthu.quarantine.QuarantineRule.Dmarc;
import vn.vanthu.quarantine.QuarantineRule.Facts;

class QuarantineRuleTest {

    private static Optional<String> decide(boolean spam, Content content, Dmarc dmarc, Danger... dangers) {
        return QuarantineRule.decide(new Facts(spam, content, dmarc, List.of(dangers), ""))
                .map(decision ->
                        decision.verdict().code() + " " + decision.reason().code());
    }

    @Test
    void spamWaitsAndADocumentIsDeliveredUnlessItsSenderIsFalse() {
        assertThat(decide(false, Content.OTHER, Dmarc.FORGED)).isEmpty();
        assertThat(decide(false, Content.DOCUMENT, Dmarc.OTHER)).isEmpty();
        assertThat(decide(true, Content.OTHER, Dmarc.OTHER)).contains("quarantine spam");
        assertThat(decide(true, Content.DOCUMENT, Dmarc.OTHER)).contains("deliver spam-with-document");
        assertThat(decide(true, Content.DOCUMENT, Dmarc.FAILS)).contains("quarantine document-sender-false");
    }

    @Test
    void whatCannotBeReadMayBeADocument() {
        assertThat(decide(true, Content.UNREAD, Dmarc.OTHER)).contains("quarantine spam-unread");
        assertThat(decide(false, Content.UNREAD, Dmarc.OTHER)).isEmpty();
    }

    @Test
    void dangerousSpamIsNothingForItsReaderToRelease() {
        Danger program = new Danger(Danger.Kind.PROGRAM, "x.exe");
        assertThat(decide(true, Content.OTHER, Dmarc.OTHER, program)).contains("quarantine spam-dangerous");
        assertThat(decide(true, Content.OTHER, Dmarc.FORGED)).contains("quarantine spam-dangerous");
        assertThat(decide(true, Content.UNREAD, Dmarc.OTHER, program)).contains("quarantine spam-unread-dangerous");
        assertThat(decide(true, Content.OTHER, Dmarc.OTHER, new Danger(Danger.Kind.TYPE, "x.dat")))
                .contains("quarantine spam");
        assertThat(QuarantineRule.isHarmless("spam-unread-dangerous")).isFalse();
    }

    @Test
    void aForgedDocumentWaitsWhateverTheScoreButNotWhereItsDomainAsksForNothing() {
        assertThat(decide(false, Content.DOCUMENT, Dmarc.FORGED)).contains("quarantine document-sender-false");
        assertThat(decide(false, Content.DOCUMENT, Dmarc.FAILS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWithSomethingDangerousWaitsWhateverTheScore(Danger.Kind kind) {
        Optional<Decision> decision = QuarantineRule.decide(
                new Facts(false, Content.DOCUMENT, Dmarc.OTHER, List.of(new Danger(kind, "tệp x.bin")), "score=1"));
        assertThat(decision).hasValueSatisfying(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.QUARANTINE);
            assertThat(found.reason().text()).contains("tệp x.bin");
            assertThat(found.reason().detail()).isEqualTo("score=1");
        });
    }

    @Test
    void aVirusWaitsWhateverTheScore() {
        assertThat(decide(false, Content.OTHER, Dmarc.OTHER, new Danger(Danger.Kind.VIRUS, "Eicar")))
                .contains("quarantine virus");
        assertThat(decide(false, Content.OTHER, Dmarc.OTHER, new Danger(Danger.Kind.PROGRAM, "x.exe")))
                .isEmpty();
    }
}
