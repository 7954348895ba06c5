package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;

@SuppressWarnings("NullAway")
class H2RegisterTest extends RegisterContract {

    @TempDir
    Path data = Path.of("");

    @Override
    RegisterSettings settings() {
        return RegisterSettings.embedded(data);
    }

    @Override
    Connection asAdmin() throws SQLException {
        try {
            Properties address = SecretFile.read(data.resolve("register.address"));
            Properties passwords = SecretFile.read(data.resolve("register.password"));
            return Endpoint.connect(
                    address.getProperty("url"), EmbeddedH2.ADMIN, passwords.getProperty(EmbeddedH2.ADMIN));
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
    }

    @Test
    void aSecondGatewayOnTheSameDataFolderIsRefused() {
        assertThatThrownBy(() -> RegisterDatabase.open(settings(), Clock.systemUTC()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("in use by another gateway");
    }
}
