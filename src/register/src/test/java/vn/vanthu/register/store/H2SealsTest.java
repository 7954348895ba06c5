package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.message.MailId;

@SuppressWarnings("NullAway")
class H2SealsTest extends ForgeriesContract {

    @TempDir
    Path data = Path.of("");

    @Override
    RegisterSettings newSettings() throws Exception {
        return RegisterSettings.embedded(Files.createTempDirectory(data, "data"));
    }

    @Override
    String settledMayBeNull() {
        return "ALTER TABLE mail_event ALTER COLUMN settled SET NULL";
    }

    @Override
    String impossibleTime() {
        return "TIMESTAMP '500000-01-01 00:00:00'";
    }

    @Override
    String withoutChecks() {
        return "";
    }

    @Test
    void aCopyIsVerifiedWithoutTheGatewayAndWithoutAskingTheOneThatRuns() throws Exception {
        RegisterSettings settings = newSettings();
        fill(settings);
        Path copy = Files.createDirectories(data.resolve("copy"));
        for (String file : List.of("register.password", "register.address", "register/register.mv.db")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(settings.dataFolder().resolve(file), copy.resolve(file));
        }
        try (RegisterDatabase running = RegisterDatabase.open(settings, Clock.systemUTC())) {
            running.register().record(RegisterContract.mail(MailId.ofMailName("later"), "x", List.of()));
            running.seal();
            Verification copied = AuditAccess.verify(RegisterSettings.embedded(copy), "", rows -> {});
            Verification original = AuditAccess.verify(settings, copied.head().hash(), rows -> {});
            assertThat(copied.isIntact() && original.isIntact()).isTrue();
            assertThat(original.rows()).isEqualTo(copied.rows() + 1);
        }
    }
}
