package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/** {@code ./vanthu restore --confirm} on a register that was restored. */
class RestoreCommandTest {

    private static final int YEAR = Year.now(ZoneId.of("Asia/Ho_Chi_Minh")).getValue();
    private static final String LATER = "a1".repeat(32);

    @TempDir
    Path data = Path.of("");

    @BeforeEach
    void restore() throws Exception {
        try (RegisterDatabase register = open()) {
            Act act = Act.by("vanthu@songoaivu.binhdinh.gov.vn", "first");
            register.books().reserve(DocumentFields.none(), "SNgV", Duration.ofDays(3), act);
            register.seal();
        }
        Files.writeString(
                data.resolve("restored.json"),
                "{\"madeAt\": \"" + Instant.now() + "\", \"sealHead\": \"\", \"backup\": \"copy\"}");
    }

    @Test
    void aCopyThatEndsBeforeTheKnownHeadIsWhatACopyIs() throws Exception {
        Typed typed = confirm(LATER);
        assertThat(typed.exitCode()).as(typed.text()).isZero();
        assertThat(typed.text()).contains("the register is intact and ends before the known seal head", LATER);
        assertThat(recorded()).contains("ends before the known seal head");
    }

    @Test
    void aRegisterThatWasAlteredIsConfirmedOnlyWhenSomebodyAcceptsIt() throws Exception {
        alter();
        Typed refused = confirm(LATER);
        assertThat(refused.text()).contains("changed: book_entry", "--altered");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(data.resolve("restored.json")).exists();
        Typed accepted = confirm(LATER + " --altered");
        assertThat(accepted.exitCode()).as(accepted.text()).isZero();
        assertThat(recorded()).contains("accepted by --altered: [changed: book_entry");
    }

    @Test
    void nothingIsNumberedInTheShellBefore() {
        Typed typed = Typed.in("book reserve --conf ../../conf --data " + data + " --as vanthu --reason test --type"
                + " x --subject x --signer x");
        assertThat(typed.text()).contains("a restored folder that is not confirmed", "restore --confirm");
        assertThat(typed.exitCode()).isEqualTo(2);
    }

    private Typed confirm(String head) {
        return Typed.in("restore --confirm --conf ../../conf --data " + data + " --as vanthu --last den/" + YEAR
                + "=0 --last di/" + YEAR + "=1 --head " + head);
    }

    private RegisterDatabase open() throws Exception {
        return RegisterDatabase.open(RegisterSettings.embedded(data), Clock.systemUTC());
    }

    private void alter() throws Exception {
        Properties passwords = new Properties();
        try (InputStream file = Files.newInputStream(data.resolve("register.password"))) {
            passwords.load(file);
        }
        String account = "VANTHU_ADMIN";
        try (Connection admin = DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("register/register").toAbsolutePath(),
                        account,
                        passwords.getProperty(account));
                Statement statement = admin.createStatement()) {
            statement.executeUpdate("UPDATE book_entry SET reason = 'other' WHERE act_key = 'first'");
        }
    }

    private String recorded() throws Exception {
        try (RegisterDatabase register = open()) {
            return register.acts(Instant.EPOCH, Set.of(AdminAct.Action.RESTORED))
                    .get(0)
                    .detail();
        }
    }
}
