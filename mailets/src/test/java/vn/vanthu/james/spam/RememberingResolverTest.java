package vn.vanthu.james.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.apache.james.jspf.impl.SPF;
import org.junit.jupiter.api.Test;

/** A mail from a domain that publishes nothing costs no question after the first one. */
class RememberingResolverTest {

    @Test
    void whatIsNotThereIsAskedOnceAndWhatIsThereIsFound() throws Exception {
        try (LocalNameServer server = new LocalNameServer()) {
            server.knows("mx.doitac.example", "127.0.0.9");
            NameServers names = new DnsNameServers(new RememberingResolver(server.resolver()));
            for (int mail = 0; mail < 20; mail++) {
                assertThat(names.texts("_dmarc.doitac.example")).isEmpty();
            }
            assertThat(server.questions()).isEqualTo(1);

            assertThat(names.addresses("mx.doitac.example").get()).containsExactly(InetAddress.getByName("127.0.0.9"));
        }
    }

    @Test
    void spfAsksTheSameWay() throws Exception {
        try (LocalNameServer server = new LocalNameServer()) {
            SPF spf = new SPF(new SpfQuestions(new RememberingResolver(server.resolver())));
            spf.checkSPF("203.0.113.9", "a@doitac.example", "mx.doitac.example");
            int asked = server.questions();
            spf.checkSPF("203.0.113.9", "b@doitac.example", "mx.doitac.example");

            assertThat(asked).isPositive();
            assertThat(server.questions()).isEqualTo(asked);
        }
    }
}
