package vn.vanthu.james.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.james.relay.RecipientResult.Kind;

class RelaySettingsTest {

    private static RelaySettings settings(Duration... delays) {
        return new RelaySettings(null, 25, "mail.so.vn", List.of(delays), Duration.ofDays(3), 4);
    }

    @Test
    void theLastDelayRepeats() {
        RelaySettings settings = settings(Duration.ofMinutes(1), Duration.ofHours(1));
        assertThat(settings.delayAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.delayAfter(2)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.delayAfter(99)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void thereIsAtLeastOneDelay() {
        assertThatThrownBy(RelaySettingsTest::settings).hasMessageContaining("retryDelays");
    }

    @Test
    void theStatusIsTheServersOwnWhereItGaveOne() {
        assertThat(status(Kind.REFUSED, "550 5.1.1 no such user")).isEqualTo("5.1.1");
        assertThat(status(Kind.REFUSED, "550 go away, 192.0.2.15")).isEqualTo("5.0.0");
        assertThat(status(Kind.FAILED_FOR_NOW, "connection refused")).isEqualTo("4.4.7");
        assertThat(status(Kind.FAILED_FOR_NOW, "450-4.2.0 greylisted\n450 later"))
                .isEqualTo("4.2.0");
    }

    private static String status(Kind kind, String reply) {
        return new RecipientResult("a@b.vn", kind, "mx.b.vn:25", reply).status();
    }
}
