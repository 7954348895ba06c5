package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vanthu.acceptance.harness.Office.DOMAIN;
import static vn.vanthu.acceptance.harness.Office.PASSWORD;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.acceptance.harness.ImapDialogue;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Who is let in, to which mailbox. Failed logins come from addresses of their own: they are counted by address. */
@ExtendWith(SharedOffice.class)
class LoginTest {

    private static final int ACCOUNT_LIMIT = 5;

    private final Office office;

    LoginTest(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, mode = Mode.EXCLUDE, names = "NONE")
    void imapLetsInOverTls(Security security) throws Exception {
        try (Mailbox mailbox =
                office.client(address("vanthu"), PASSWORD, security).open()) {
            assertThat(mailbox.count()).isNotNegative();
        }
    }

    @Test
    void imapLetsNobodyInWithoutTls() throws Exception {
        var client = office.client(address("vanthu"), PASSWORD, Security.NONE).at("127.0.1.1");
        assertThatThrownBy(client::open).isInstanceOf(MessagingException.class);
    }

    @Test
    void aBareNameIsALogin() throws Exception {
        try (Mailbox mailbox = office.client("chanhvanphong").open();
                SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(mailbox.count()).isNotNegative();
            assertThat(dialogue.logIn("chanhvanphong", PASSWORD)).startsWith("235");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vp*vanthu@" + DOMAIN, "vp*chanhvanphong", "lanhsu*chuyenvien2"})
    void anAssignedPersonOpensASharedMailbox(String login) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            assertThat(mailbox.count()).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vp*chuyenvien1@" + DOMAIN,
                "giamdoc*vanthu@" + DOMAIN,
                "vp*giamdoc",
                "vp@" + DOMAIN,
                "vp",
                "khongco",
                "*vanthu",
                "vp*"
            })
    void nobodyElseDoes(String login) throws Exception {
        assertThatThrownBy(office.client(login).at("127.0.1.2")::open)
                .isInstanceOf(AuthenticationFailedException.class);
    }

    /** Behind a literal James 3.8.1 gathers without a limit, CVE-2024-37358. */
    @Test
    void whoHasNotLoggedInFillsNoMemory() throws Exception {
        try (ImapDialogue dialogue = ImapDialogue.open(office.gateway().ports().at(993), office.trust(), "127.0.1.6")) {
            dialogue.write("a LOGIN {1}");
            dialogue.awaitContinuation();
            dialogue.write("x \"");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            dialogue.write("a".repeat(1000));
                        }
                        dialogue.answerTo("a");
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(office.gateway().log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void aLockHoldsForConnectionsThatAreOpen() throws Exception {
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(dialogue.logIn(address("chuyenvien2"), PASSWORD)).startsWith("235");
            assertThat(office.gateway().command("user", "lock", "chuyenvien2").exitCode())
                    .isZero();
            try {
                assertThat(dialogue.say("MAIL FROM:<" + address("chuyenvien2") + ">"))
                        .startsWith("530");
            } finally {
                office.gateway().command("user", "unlock", "chuyenvien2");
            }
            assertThat(dialogue.say("MAIL FROM:<" + address("chuyenvien2") + ">"))
                    .startsWith("250");
        }
    }

    @Test
    void startTlsComesBeforeAnythingThatTurnsItsGuardOff() throws Exception {
        try (SmtpDialogue dialogue = office.submission()) {
            dialogue.say("EHLO x.example");
            dialogue.say("DATA");
            assertThat(dialogue.say("STARTTLS")).startsWith("503 5.5.1");
        }
    }

    @Test
    void smtpKnowsNoSharedLogins() throws Exception {
        try (SmtpDialogue dialogue = fromAddress("127.0.1.3")) {
            assertThat(dialogue.logIn("vp*vanthu@" + DOMAIN, PASSWORD)).startsWith("535");
            assertThat(dialogue.logIn(address("vp"), PASSWORD)).startsWith("535");
        }
    }

    @Test
    void aLoginActsForNobodyElse() throws Exception {
        try (SmtpDialogue dialogue = fromAddress("127.0.1.3")) {
            String token = java.util.Base64.getEncoder()
                    .encodeToString((address("giamdoc") + "\0" + address("vanthu") + "\0" + PASSWORD)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(dialogue.say("AUTH PLAIN " + token)).startsWith("235");
            assertThat(dialogue.say("MAIL FROM:<" + address("giamdoc") + ">")).startsWith("550 5.7.1");
            assertThat(dialogue.say("MAIL FROM:<" + address("vanthu") + ">")).startsWith("250");
        }
    }

    @Test
    void repeatedFailuresLockTheLoginForSmtpAndImap() throws Exception {
        String login = address("truongphong.lanhsu");
        String attacker = "127.0.1.4";
        try (SmtpDialogue dialogue = fromAddress(attacker)) {
            for (int i = 0; i < ACCOUNT_LIMIT; i++) {
                assertThat(dialogue.logIn(login, "doan-" + i)).startsWith("535");
            }
        }
        try (SmtpDialogue dialogue = fromAddress(attacker)) {
            assertThat(dialogue.logIn(login, PASSWORD)).startsWith("535");
        }
        assertThatThrownBy(office.client(login).at(attacker)::open).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void imapFailuresCountAsWell() throws Exception {
        String login = address("truongphong.letan");
        String attacker = "127.0.1.5";
        for (int i = 0; i < ACCOUNT_LIMIT; i++) {
            var guess = office.client(login, "doan-" + i, Security.STARTTLS).at(attacker);
            assertThatThrownBy(guess::open).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThatThrownBy(office.client(login).at(attacker)::open).isInstanceOf(AuthenticationFailedException.class);
        try (Mailbox mailbox = office.client(login).open()) {
            assertThat(mailbox.count()).as("the person at another address").isNotNegative();
        }
    }

    private SmtpDialogue fromAddress(String address) throws Exception {
        return SmtpDialogue.open(office.gateway().ports().at(587), address).startTls(office.trust());
    }
}
