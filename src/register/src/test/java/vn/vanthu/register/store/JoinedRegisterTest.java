package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;

/** What a command in the administrator's shell writes to the embedded register, beside the gateway and without it. */
class JoinedRegisterTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path data = Path.of("");

    private int register(RegisterDatabase database, String key) throws Exception {
        return database.books()
                .register(
                        Book.INCOMING,
                        DocumentFields.none().with(Field.SUBJECT, key),
                        Source.paper(Instant.now()),
                        new Act("vanthu@so.vn", "root", "", key))
                .entry()
                .number()
                .number();
    }

    @Test
    void gatewayAndCommandsShareOneSeries() throws Exception {
        RegisterSettings settings = RegisterSettings.embedded(data);
        try (RegisterDatabase gateway = RegisterDatabase.open(settings, CLOCK)) {
            assertThat(register(gateway, "a")).isEqualTo(1);
            try (RegisterDatabase command = RegisterDatabase.join(settings, CLOCK)) {
                assertThat(register(command, "b")).isEqualTo(2);
                assertThat(register(gateway, "c")).isEqualTo(3);
                assertThat(register(command, "c")).as("the same act").isEqualTo(3);
            }
            assertThat(register(gateway, "d")).isEqualTo(4);
            gateway.seal();
        }
        try (RegisterDatabase command = RegisterDatabase.join(settings, CLOCK)) {
            assertThat(register(command, "e")).isEqualTo(5);
            command.register()
                    .administered(new AdminAct(
                            Instant.now(), "a@so.vn", "root", AdminAct.Action.ACCOUNT_ADDED, "b@so.vn", "", "k"));
        }
        assertThat(TestDatabase.rows(settings, "SELECT nguoi, viec FROM nhat_ky_quan_tri"))
                .containsExactly(Map.of("nguoi", "a@so.vn", "viec", "account-added"));
        Verification verification = AuditAccess.verify(settings, "", rows -> {});
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.unsealed()).isZero();
    }

    @Test
    void whatWasErasedBesideTheGatewayIsInNoFileAfterItsStop() throws Exception {
        RegisterSettings settings = RegisterSettings.embedded(data);
        MailId id = MailId.ofMailName("secret");
        String subject = "Phuong an tac chien XYZZY";
        try (RegisterDatabase gateway = RegisterDatabase.open(settings, CLOCK)) {
            gateway.register().record(RegisterContract.mail(id, subject, List.of("a@a.vn")));
            try (RegisterDatabase command = RegisterDatabase.join(settings, CLOCK)) {
                assertThat(command.erasure().erase(id, new Act("cvp@a.vn", "root", "Bí mật", "spill")))
                        .isEqualTo(1);
            }
        }
        String file =
                Files.readString(data.resolve("register/register.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("XYZZY").doesNotContain("xyzzy");
        assertThat(AuditAccess.verify(settings, "", rows -> {}).findings()).isEmpty();
    }

    /** As H2 does by itself when its file cannot be written: the disk was full. */
    @Test
    void aDatabaseThatWasClosedUnderneathIsOpenedAgain() throws Exception {
        RegisterSettings settings = RegisterSettings.embedded(data);
        try (RegisterDatabase gateway = RegisterDatabase.open(settings, CLOCK)) {
            assertThat(register(gateway, "before")).isEqualTo(1);
            TestDatabase.execute(settings, "SHUTDOWN IMMEDIATELY");
            assertThat(registerAsSoonAsItWorks(gateway)).isEqualTo(2);
            gateway.register().record(RegisterContract.mail(MailId.ofMailName("after"), "x", List.of("a@a.vn")));
            gateway.seal();
        }
        assertThat(AuditAccess.verify(settings, "", rows -> {}).findings()).isEmpty();
    }

    private int registerAsSoonAsItWorks(RegisterDatabase gateway) {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(RegisterUnavailableException.class)
                .until(() -> register(gateway, "after"), number -> number > 0);
    }
}
