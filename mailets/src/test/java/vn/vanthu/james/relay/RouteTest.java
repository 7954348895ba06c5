package vn.vanthu.james.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.mail.internet.MimeMessage;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.dnsservice.api.TemporaryResolutionException;
import org.apache.james.dnsservice.dnsjava.DNSJavaService;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;

/** The way by MX, through James's DNS service and a real name server. */
@SuppressWarnings("NullAway")
class RouteTest {

    private static final int TTL = 60;

    private NameServer names;
    private Dns dns;

    /** James's own, which asks at the port of this test's server. */
    private static final class Dns extends DNSJavaService {
        Dns(int port) throws Exception {
            super(new RecordingMetricFactory());
            BaseHierarchicalConfiguration configuration = new BaseHierarchicalConfiguration();
            configuration.addProperty("autodiscover", false);
            configuration.addProperty("servers.server", "127.0.0.1");
            configure(configuration);
            init();
            SimpleResolver here = new SimpleResolver(InetAddress.getLoopbackAddress());
            here.setPort(port);
            here.setTimeout(Duration.ofSeconds(60));
            resolver = here;
        }
    }

    @BeforeEach
    void open() throws Exception {
        names = new NameServer(
                mx("co.example", 20, "sau.co.example"),
                mx("co.example", 10, "truoc.co.example"),
                a("truoc.co.example", "127.0.0.1"),
                a("sau.co.example", "192.0.2.2"),
                mx("khong.example", 0, "."),
                a("khong.example", "192.0.2.9"),
                a("chi-a.example", "192.0.2.3"),
                mx("mo-coi.example", 10, "khong-co-dia-chi.example"),
                new TXTRecord(name("khong-co-dia-chi.example"), DClass.IN, TTL, "x"));
        dns = new Dns(names.port());
    }

    @AfterEach
    void close() {
        names.close();
    }

    private static Name name(String text) throws IOException {
        return Name.fromString(text.equals(".") ? text : text + ".");
    }

    private static MXRecord mx(String domain, int preference, String host) throws IOException {
        return new MXRecord(name(domain), DClass.IN, TTL, preference, name(host));
    }

    private static ARecord a(String host, String address) throws IOException {
        return new ARecord(name(host), DClass.IN, TTL, InetAddress.getByName(address));
    }

    private static RelaySettings port(int port) {
        return new RelaySettings(null, port, "mx.so.example", List.of(Duration.ofMinutes(1)), Duration.ofDays(5), 1);
    }

    private List<RemoteHost> to(String domain) throws Exception {
        return new Route(port(25), dns).to(domain);
    }

    @Test
    void theServersOfADomainInTheOrderOfTheirPreference() throws Exception {
        assertThat(to("co.example")).extracting(RemoteHost::address).containsExactly("127.0.0.1", "192.0.2.2");
        assertThat(to("co.example").get(0).text()).startsWith("truoc.co.example");
    }

    @Test
    void aDomainWithoutMxIsItsOwnServer() throws Exception {
        assertThat(to("chi-a.example")).extracting(RemoteHost::address).containsExactly("192.0.2.3");
    }

    @Test
    void aDomainThatTakesNoMailOrIsNoneHasNoServer() throws Exception {
        assertThat(to("khong.example")).isEmpty();
        assertThat(to("khong-ton-tai.example")).isEmpty();
    }

    @Test
    void nameServersThatFailAreAskedAgainLater() {
        assertThatThrownBy(() -> to("broken.example")).isInstanceOf(TemporaryResolutionException.class);
        assertThatThrownBy(() -> to("mo-coi.example")).isInstanceOf(TemporaryResolutionException.class);
    }

    @Test
    void aMailGoesToTheServerThatMxNames() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            RelaySettings settings = port(server.host().port());
            RemoteHost first = new Route(settings, dns).to("co.example").get(0);
            MimeMessage message = new MimeMessage(
                    null, new ByteArrayInputStream("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII)));
            List<RecipientResult> results =
                    new SmtpClient(settings).send(message, "vp@so.example", List.of("dan@co.example"), first);
            assertThat(results).extracting(RecipientResult::kind).containsExactly(RecipientResult.Kind.RELAYED);
            assertThat(server.heard()).contains("EHLO mx.so.example", "RCPT TO:<dan@co.example>");
        }
    }
}
