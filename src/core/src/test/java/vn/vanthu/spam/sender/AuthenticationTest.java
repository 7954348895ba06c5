package vn.vanthu.spam.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.HeaderAddress;

class AuthenticationTest {

    private static final DmarcRecord REJECT = DmarcRecord.read(List.of("v=DMARC1; p=reject; sp=none; adkim=s"), false);

    @Test
    void spfOfTheSameOwnerProvesTheSender() {
        Authentication found = mail("pass", "bounce.congty.vn", "none", List.of(), REJECT);
        assertThat(found.dmarcResult()).isEqualTo("pass");
        assertThat(found.header("mx.donvi.vn"))
                .isEqualTo("mx.donvi.vn;\r\n\tspf=pass smtp.mailfrom=bounce.congty.vn;\r\n\tdkim=none;"
                        + "\r\n\tdmarc=pass header.from=congty.vn");
    }

    @Test
    void aStrictPolicyWantsTheVerySigner() {
        assertThat(mail("none", "", "pass", List.of("mail.congty.vn"), REJECT).dmarcResult())
                .isEqualTo("fail");
        assertThat(mail("none", "", "pass", List.of("congty.vn"), REJECT).dmarcResult())
                .isEqualTo("pass");
    }

    @Test
    void whatAnotherDomainProvesIsNotWhatTheReaderSees() {
        Authentication found = mail("pass", "kexau.example", "pass", List.of("kexau.example"), REJECT);
        assertThat(found.dmarcResult()).isEqualTo("fail");
        assertThat(found.symbols()).extracting(symbol -> symbol.name()).contains("DMARC_REJECT");
    }

    @Test
    void nameServersThatDoNotAnswerCountNothing() {
        Authentication found = mail("temperror", "congty.vn", "temperror", List.of(), DmarcRecord.UNKNOWN);
        assertThat(found.dmarcResult()).isEqualTo("temperror");
        assertThat(found.symbols()).isEmpty();
        assertThat(mail("temperror", "congty.vn", "none", List.of(), REJECT).symbols())
                .isEmpty();
    }

    @Test
    void aDomainOfTheForgerThatNeverAnswersHidesNothing() {
        List<String> his = List.of("kexau.example");
        Authentication envelope = mail("temperror", "kexau.example", "none", List.of(), REJECT);
        Authentication signature =
                new Authentication("fail", "kexau.example", "temperror", List.of(), his, "congty.vn", REJECT);
        Authentication own =
                new Authentication("fail", "", "temperror", List.of(), List.of("congty.vn"), "congty.vn", REJECT);
        assertThat(envelope.dmarcResult()).isEqualTo("fail");
        assertThat(signature.dmarcResult()).isEqualTo("fail");
        assertThat(own.dmarcResult()).isEqualTo("temperror");
    }

    /** RFC 7489, 6.6.4: who tries his policy on a part of his mail asks less of the rest. */
    @Test
    void aPolicyForAPartOfTheMailIsOneStepLower() {
        assertThat(DmarcRecord.read(List.of("v=DMARC1; p=reject; pct=5"), false).policy())
                .isEqualTo(DmarcRecord.Policy.QUARANTINE);
        assertThat(DmarcRecord.read(List.of("v = DMARC1 ; p=quarantine; pct=0"), false)
                        .policy())
                .isEqualTo(DmarcRecord.Policy.NONE);
        assertThat(DmarcRecord.read(List.of("v=DMARC1; p=reject; pct=100"), false)
                        .policy())
                .isEqualTo(DmarcRecord.Policy.REJECT);
        assertThat(DmarcRecord.read(List.of("v=DMARC12; p=reject"), false).isPublished())
                .isFalse();
    }

    @Test
    void whatTheReaderTakesForADomainIsAskedAbout() {
        HeaderAddress quoted = new HeaderAddress("", "", "\"vanthu\"@bo.gov.vn");
        HeaderAddress own = new HeaderAddress("", "", "x@KeXau.example");

        assertThat(ShownDomain.of(List.of(quoted))).containsExactly("bo.gov.vn");
        assertThat(ShownDomain.of(List.of(own, quoted))).containsExactly("kexau.example", "bo.gov.vn");
        assertThat(ShownDomain.of(List.of())).containsExactly("");
    }

    @Test
    void ofSeveralDomainsTheForgedOneCounts() {
        Authentication proven = mail("pass", "congty.vn", "none", List.of(), REJECT);
        Authentication forged = mail("pass", "kexau.example", "none", List.of(), REJECT);
        Authentication unproven = mail("none", "", "none", List.of(), DmarcRecord.UNPUBLISHED);

        assertThat(ShownDomain.worst(List.of(proven, unproven, forged))).isEqualTo(forged);
        assertThat(ShownDomain.worst(List.of(proven, unproven))).isEqualTo(unproven);
        assertThat(ShownDomain.worst(List.of(proven))).isEqualTo(proven);
    }

    @Test
    void twoPoliciesAreNone() {
        List<String> twice = List.of("v=DMARC1; p=reject", "v=DMARC1; p=none");
        assertThat(DmarcRecord.read(twice, false).isPublished()).isFalse();
        assertThat(DmarcRecord.read(List.of("v=spf1 -all", "v=DMARC1;p=reject; sp=quarantine"), true)
                        .policy())
                .isEqualTo(DmarcRecord.Policy.QUARANTINE);
    }

    private static Authentication mail(
            String spf, String envelope, String dkim, List<String> signers, DmarcRecord policy) {
        return new Authentication(spf, envelope, dkim, signers, List.of(), "congty.vn", policy);
    }
}
