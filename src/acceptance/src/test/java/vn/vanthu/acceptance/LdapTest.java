package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.DOMAIN;
import static vn.vanthu.acceptance.harness.Office.address;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.mail.MessagingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.ConfFolder;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.PausingMailet;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** The staff's accounts are in an LDAP directory; {@code organization.xml} says who they are. */
@SuppressWarnings("NullAway")
class LdapTest {

    private static final String BASE = "dc=coquan,dc=vn";
    private static final String DELIVERING =
            "<mailet match=\"SenderHostIsLocal\" class=\"vn.vanthu.mailets.FileDocument\">";
    private static final String IN_DIRECTORY = "mat-khau-danh-ba";

    private static InMemoryDirectoryServer directory;
    private static Office office;
    private static final Silence SILENCE = new Silence();

    /** While it is held, nothing is answered. */
    private static final class Silence extends InMemoryOperationInterceptor {

        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            waitForIt();
        }

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
            waitForIt();
        }

        private void waitForIt() {
            lock.readLock().lock();
            lock.readLock().unlock();
        }
    }

    @BeforeAll
    static void open() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials("cn=vanthu," + BASE, "tra-cuu");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("local", InetAddress.getByName("127.0.0.1"), 0, null));
        config.addInMemoryOperationInterceptor(SILENCE);
        config.setSchema(null);
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domain", "dc: coquan");
        for (String person : new String[] {"giamdoc", "vanthu"}) {
            directory.add(
                    "dn: uid=" + person + "," + BASE,
                    "objectClass: inetOrgPerson",
                    "cn: " + person,
                    "sn: " + person,
                    "mail: " + person + "@" + DOMAIN,
                    "userPassword: " + IN_DIRECTORY);
        }
        directory.startListening();
        office = Office.open(gateway -> useDirectory(gateway.conf())
                .set("vanthu.login.account.failures", "2")
                .replace("mailetcontainer.xml", DELIVERING, PausingMailet.stoppingAt("X-Pause") + DELIVERING));
    }

    private static ConfFolder useDirectory(ConfFolder conf) throws java.io.IOException {
        return conf.set("vanthu.ldap.url", "ldap://127.0.0.1:" + directory.getListenPort())
                .set("vanthu.ldap.base", BASE)
                .set("vanthu.ldap.user", "cn=vanthu," + BASE)
                .set("vanthu.ldap.password", "tra-cuu");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
        directory.shutDown(true);
    }

    @Test
    void thePasswordIsTheDirectorysAndNoOther() throws Exception {
        Letter letter = Letter.fromOutside("Gửi người trong danh bạ");
        assertThat(office.receive(letter, "giamdoc")).startsWith("250");
        String id = office.register().settledFrom(letter.sender()).id();
        try (Mailbox mailbox =
                office.client("giamdoc", IN_DIRECTORY, Security.STARTTLS).open()) {
            assertThat(mailbox.mail(id)).isNotEmpty();
        }
        try (Mailbox shared =
                office.client("vp*vanthu", IN_DIRECTORY, Security.STARTTLS).open()) {
            assertThat(shared.count()).isNotNegative();
        }
        // The demo's passwords are in the local store; they open nothing any more.
        for (String wrong : new String[] {Office.PASSWORD, ""}) {
            assertThatThrownBy(() -> office.client("giamdoc", wrong, Security.STARTTLS)
                            .at("127.0.0.3")
                            .open())
                    .isInstanceOf(MessagingException.class);
        }
        assertThat(office.receive(Letter.fromOutside("Không có trong danh bạ"), "phogiamdoc"))
                .startsWith("550");
        assertThat(office.gateway()
                        .command("user", "passwd", "giamdoc", "--generate")
                        .output())
                .contains("vanthu.ldap.url", "in that directory");
    }

    @Test
    void mailOnItsWayWaitsForTheDirectory(@TempDir Path folder) throws Exception {
        Path pause = Files.createFile(folder.resolve("pause"));
        Letter letter = Letter.fromOutside("Danh bạ treo giữa chừng").withHeaders("X-Pause: " + pause + "\r\n");
        assertThat(office.receive(letter, "giamdoc")).startsWith("250");
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(PausingMailet.metBy(pause)));
        SILENCE.lock.writeLock().lock();
        try {
            Files.delete(pause);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(office.gateway().log())
                            .containsPattern("mail \\S+ waits \\d+ s .*LDAPException"));
        } finally {
            SILENCE.lock.writeLock().unlock();
        }
        assertThat(office.register().settledFrom(letter.sender()).get("ket_qua"))
                .isEqualTo("delivered");
    }

    @Test
    void whileTheDirectoryHangsSendersTryAgainAndNobodyIsLockedOut(@TempDir Path folder) throws Exception {
        Letter letter = Letter.fromOutside("Trong khi danh bạ treo");
        Letter toAgency = Letter.fromOutside("Gửi cơ quan khi danh bạ treo");
        SILENCE.lock.writeLock().lock();
        try {
            assertThat(office.receive(letter, "giamdoc")).startsWith("4");
            assertThat(office.receive(toAgency, "vp")).startsWith("250");
            assertThat(office.register().settledFrom(toAgency.sender()).get("ket_qua"))
                    .isEqualTo("delivered");
            for (int i = 0; i < 2; i++) {
                try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
                    assertThat(dialogue.logIn(address("giamdoc"), IN_DIRECTORY)).startsWith("454 4.7.0");
                }
            }
            assertThat(office.gateway().log()).contains("cannot be checked now");

            GatewayProcess another = GatewayProcess.in(folder);
            useDirectory(another.conf());
            Ended ended = another.startInVain();
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
            assertThat(ended.output()).contains("vanthu.ldap.url", "a server that answers within 5 seconds");
        } finally {
            SILENCE.lock.writeLock().unlock();
        }
        assertThat(office.receive(letter, "giamdoc")).startsWith("250");
        assertThat(office.register().settledFrom(letter.sender()).get("ket_qua"))
                .isEqualTo("delivered");
        try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
            assertThat(dialogue.logIn(address("giamdoc"), IN_DIRECTORY)).startsWith("235");
        }
    }
}
