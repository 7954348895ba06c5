package vn.vanthu.mailets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import javax.mail.MessagingException;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.mailetcontainer.impl.MailetConfigImpl;
import org.apache.james.mailetcontainer.impl.MatcherConfigImpl;
import org.apache.mailet.base.GenericMailet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.james.spam.AdviserParameters;
import vn.vanthu.james.spam.NameServers;
import vn.vanthu.matchers.IsSpam;
import vn.vanthu.testing.TurkishLocale;

/** A wrong value stops the start and is told: where, what was found, what is allowed. */
@ExtendWith(TurkishLocale.class)
class SpamParametersTest {

    /** Their parameters are read before anything else is touched. */
    @SuppressWarnings("NullAway")
    private static GenericMailet mailet(String name) {
        return switch (name) {
            case "ScoreSpam" ->
                new ScoreSpam(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new AdviserParameters((NameServers) null, Clock.systemUTC()),
                        null);
            case "Quarantine" -> new Quarantine(null, null, null, null, null, Clock.systemUTC());
            case "LimitSender" -> new LimitSender(null, null, null);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ScoreSpam | dnsTimeout | 31s | 0s to 30s",
                "ScoreSpam | dnsTimeout | soon | a duration such as 30s, 5m, 1h, 3d",
                "ScoreSpam | dnsTimeuot | 3s | did you mean 'dnsTimeout'?",
                "ScoreSpam | adviceTimeout | 0s | 1s to 30s",
                "ScoreSpam | blockLists | zen.spamhaus.org | names with points above 0 and up to 4",
                "ScoreSpam | blockLists | zen.spamhaus.org 5 | names with points above 0 and up to 4",
                "ScoreSpam | rspamd | 127.0.0.1:11333 | http://127.0.0.1:11333",
                "ScoreSpam | spamAssassin | 127.0.0.1:78300 | HOST:PORT of spamd",
                "Quarantine | points | five | a number of points, such as 5.0",
                "Quarantine | keepFor | 6d | 7d and more",
                "Quarantine | digestAt | 8h | local times, such as 08:00",
                "Quarantine | lessonsADay | -1 | 0 to 10000",
                "Quarantine | clamd | clamav | HOST:PORT, or the path of a socket",
                "Quarantine | clamdTimeout | 10m | 1s to 120s",
                "Quarantine | lessonADay | 5 | did you mean 'lessonsADay'?",
                "LimitSender | messages | 20, 120 | three growing numbers",
                "LimitSender | recipients | 60, 50, 300 | three growing numbers",
                "LimitSender | newRecipients | 0 | 1 to 1000000",
                "LimitSender | newRecipientsOfSpam | none | 1 to 1000000",
                "LimitSender | bounces | many | 1 to 1000000",
                "LimitSender | keepFor | 90 | a duration such as 30s, 5m, 1h, 3d",
                "LimitSender | newRecipient | 5 | did you mean 'newRecipients'?"
            })
    void aWrongValueIsToldWithWhatIsAllowed(String name, String parameter, String value, String allowed) {
        BaseHierarchicalConfiguration xml = new BaseHierarchicalConfiguration();
        xml.addProperty(parameter, value);
        MailetConfigImpl config = new MailetConfigImpl();
        config.setMailetName(name);
        config.setConfiguration(xml);
        assertThatThrownBy(() -> mailet(name).init(config))
                .isInstanceOf(MessagingException.class)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mailet " + name + ": " + parameter + ": found ")
                .hasMessageContaining(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "-5", "5,0", "5.0 points"})
    void aConditionOfIsSpamIsANumberOfPoints(String condition) {
        MatcherConfigImpl config = new MatcherConfigImpl();
        config.setMatcherName("IsSpam");
        config.setCondition(condition);
        assertThatThrownBy(() -> new IsSpam().init(config))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("IsSpam")
                .hasMessageContaining(condition)
                .hasMessageContaining("IsSpam=5.0");
    }
}
