package vn.vanthu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticationResultsTest {

    private static final String OURS = "mx.songoaivu.example";
    private static final String PASSES = "; spf=pass smtp.mailfrom=thu@a.example; dkim=pass header.d=a.example";

    @Test
    void whatDkimAndSpfProve() {
        assertThat(AuthenticationResults.proved(List.of(OURS + PASSES + "; dmarc=none"), OURS))
                .containsExactly("a.example");
        assertThat(AuthenticationResults.proved(List.of(OURS + PASSES), OURS)).containsExactly("a.example");
    }

    @Test
    void nothingIsProvedForADomainWhoseOwnRulesTheMailFails() {
        String fails = OURS + PASSES + ";\r\n\tdmarc=fail header.from=b.a.example";
        assertThat(AuthenticationResults.proved(List.of(fails), OURS)).isEmpty();
        assertThat(AuthenticationResults.proved(List.of(fails, OURS + PASSES), OURS))
                .isEmpty();
        assertThat(new ProvenSender("vp@b.a.example", AuthenticationResults.proved(List.of(fails), OURS))
                        .isAuthenticated())
                .isFalse();
    }

    @Test
    void whatOthersWroteDoesNotCount() {
        String theirs = "mx.khac.example; dmarc=fail" + PASSES;
        assertThat(AuthenticationResults.proved(List.of(theirs), OURS)).isEmpty();
        assertThat(AuthenticationResults.proved(List.of(theirs, OURS + PASSES + "; dmarc=temperror"), OURS))
                .containsExactly("a.example");
    }
}
