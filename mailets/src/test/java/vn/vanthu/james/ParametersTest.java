package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import javax.mail.MessagingException;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.mailetcontainer.impl.MailetConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class ParametersTest {

    /** James's own, so that what it hands to a mailet beside the parameters is there too. */
    private static MailetConfigImpl config(Map<String, String> values) {
        BaseHierarchicalConfiguration xml = new BaseHierarchicalConfiguration();
        values.forEach(xml::addProperty);
        MailetConfigImpl config = new MailetConfigImpl();
        config.setMailetName("RelayOutside");
        config.setConfiguration(xml);
        return config;
    }

    private static Parameters parameters(String name, String value) throws MessagingException {
        return new Parameters(config(Map.of(name, value)), "delay", "workers");
    }

    @Test
    void aValueIsTakenWithoutTheSpaceAroundIt() throws MessagingException {
        assertThat(parameters("workers", " 12 ").number("workers", 16, 1, 200)).isEqualTo(12);
        assertThat(parameters("delay", "\n 5 m ").duration("delay", Duration.ZERO))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(parameters("delay", "5m").text("workers", "none")).isEqualTo("none");
    }

    @Test
    void anEmptyOneCountsAsNone() throws MessagingException {
        assertThat(parameters("workers", " ").number("workers", 16, 1, 200)).isEqualTo(16);
        assertThat(parameters("delay", "").duration("delay", Duration.ofDays(3)))
                .isEqualTo(Duration.ofDays(3));
    }

    @Test
    void everyUnknownNameIsToldAtOnce() {
        Map<String, String> values = Map.of("worker", "1", "dealy", "1m", "onMailetException", "error");
        assertThatThrownBy(() -> new Parameters(config(values), "delay", "workers"))
                .isInstanceOf(MessagingException.class)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mailet RelayOutside: worker: found 'worker'; allowed: delay, workers;"
                        + " did you mean 'workers'?")
                .hasMessageContaining("did you mean 'delay'?")
                .hasMessageNotContaining("onMailetException");
    }

    @Test
    void aWrongValueIsToldWithWhatIsAllowed() throws MessagingException {
        for (String wrong : new String[] {"0", "201", "many", "99999999999"}) {
            assertThatThrownBy(() -> parameters("workers", wrong).number("workers", 16, 1, 200))
                    .hasMessage("mailetcontainer.xml: mailet RelayOutside: workers: found '" + wrong
                            + "'; allowed: 1 to 200");
        }
        assertThatThrownBy(() -> parameters("delay", "soon").duration("delay", Duration.ZERO))
                .hasMessageContaining("found 'soon'; allowed: a duration such as 30s, 5m, 1h, 3d");
    }

    @Test
    void durations() {
        assertThat(Parameters.parseDuration("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Parameters.parseDuration("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(Parameters.parseDuration("3d")).isEqualTo(Duration.ofDays(3));
        assertThatThrownBy(() -> Parameters.parseDuration("1w")).isInstanceOf(IllegalArgumentException.class);
    }
}
