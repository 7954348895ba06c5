package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import vn.vanthu.config.ConfigurationException;

class H2RegisterTest extends RegisterContract {

    @Override
    Vendor vendor() {
        return Vendor.H2;
    }

    @Test
    void aSecondGatewayOnTheSameDataFolderIsRefused() {
        assertThatThrownBy(() -> RegisterDatabase.open(settings, Clock.systemUTC()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("in use by another gateway");
    }
}
