package vn.vanthu.james.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.jspf.impl.SPF;
import org.junit.jupiter.api.Test;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.spam.rule.Symbol;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.spam.sender.DmarcRecord;

/** One sender whose mail gets no answer does not turn the questions off for all others. */
@SuppressWarnings("NullAway")
class SilenceTest {

    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SenderAuthentication authentication(LocalNameServer server) throws IOException {
        return new SenderAuthentication(
                new SPF(new SpfQuestions(server.resolver())),
                new DkimCheck((method, selector, token) -> List.of(), new DkimCheck.AuthServId("mx.example")),
                server.asked(),
                Clock.systemUTC());
    }

    private static boolean answered(SenderAuthentication authentication, String domain) {
        return answered(authentication, domain, LIMIT);
    }

    private static boolean answered(SenderAuthentication authentication, String domain, Duration limit) {
        Authentication found = authentication.check(
                new byte[0],
                Optional.of(new DkimCheck.Result("none", List.of())),
                new SenderAuthentication.Client("203.0.113.9", "mx." + domain, "a@" + domain, domain),
                limit);
        return found.dmarc().policy() != DmarcRecord.Policy.UNKNOWN;
    }

    @Test
    void aDomainWithoutNameServersLeavesAllOthersAuthenticated() throws Exception {
        try (LocalNameServer server = new LocalNameServer()) {
            server.isSilentAbout("im-lang.example");
            SenderAuthentication authentication = authentication(server);
            assertThat(answered(authentication, "a.im-lang.example")).isFalse();
            assertThat(answered(authentication, "b.im-lang.example")).isFalse();
            assertThat(answered(authentication, "c.im-lang.example")).isFalse();
            assertThat(answered(authentication, "tra-loi.example", PATIENCE)).isTrue();
        }
    }

    @Test
    void whenSeveralDomainsGetNoAnswerNobodyWaitsForAMinuteUnlessOneGotItInBetween() throws Exception {
        try (LocalNameServer server = new LocalNameServer()) {
            List.of("im1.example", "im2.example", "im3.example", "im4.example", "im5.example")
                    .forEach(server::isSilentAbout);
            SenderAuthentication authentication = authentication(server);
            assertThat(answered(authentication, "im1.example")).isFalse();
            assertThat(answered(authentication, "im2.example")).isFalse();
            assertThat(answered(authentication, "tra-loi.example", PATIENCE)).isTrue();
            assertThat(answered(authentication, "im3.example")).isFalse();
            assertThat(answered(authentication, "im4.example")).isFalse();
            assertThat(answered(authentication, "tra-loi.example", PATIENCE)).isTrue();
            assertThat(answered(authentication, "im5.example")).isFalse();

            assertThat(answered(authentication, "im-x.im1.example")).isFalse(); // left alone, not counted again
            server.isSilentAbout("im6.example");
            server.isSilentAbout("im7.example");
            server.isSilentAbout("gov.vn");
            assertThat(answered(authentication, "im6.example")).isFalse();
            assertThat(answered(authentication, "im7.example")).isFalse();
            assertThat(answered(authentication, "tra-loi.example")).isFalse();
        }
    }

    @Test
    void domainsOfAForgerThatNeverAnswerTurnNothingOffForOthers() throws Exception {
        try (LocalNameServer server = new LocalNameServer()) {
            SenderAuthentication authentication = authentication(server);
            for (int i = 0; i < 80; i++) {
                server.isSilentAbout("im" + i + ".example");
                assertThat(answered(authentication, "im" + i + ".example", Duration.ofMillis(20)))
                        .isFalse();
            }
            assertThat(answered(authentication, "tra-loi.example", PATIENCE)).isTrue();
        }
    }

    @Test
    void anAdviserWithoutAnAnswerAboutOneSenderIsAskedAboutTheNext() {
        AtomicInteger asked = new AtomicInteger();
        Adviser adviser = inquiry -> {
            asked.incrementAndGet();
            return inquiry.sender().contains("cham")
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(List.of(new Symbol("X", 1)));
        };
        Advisers advisers = new Advisers(List.of(adviser), Duration.ofMillis(50), Clock.systemUTC());
        for (String sender : List.of("a@cham.example", "b@cham.example", "c@mx.cham.example", "d@cham.example")) {
            assertThat(said(advisers, sender)).isEmpty();
        }
        assertThat(said(advisers, "e@nhanh.example")).hasSize(1);
        for (String sender : List.of("a@cham1.example", "b@cham2.example", "c@cham3.example")) {
            assertThat(said(advisers, sender)).isEmpty();
        }
        assertThat(asked).hasValue(8);
        assertThat(said(advisers, "e@nhanh.example")).isEmpty();
        assertThat(asked).hasValue(8);
    }

    private static List<Symbol> said(Advisers advisers, String sender) {
        return advisers.ask(new Adviser.Inquiry(new byte[0], "203.0.113.9", "", sender, List.of()))
                .join();
    }
}
