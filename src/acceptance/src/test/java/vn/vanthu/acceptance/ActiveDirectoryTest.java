package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.DOMAIN;
import static vn.vanthu.acceptance.harness.Office.address;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.ConfFolder;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RunningCommand;

/** Accounts as Active Directory keeps them, over TLS with a certificate of the agency's own authority. */
class ActiveDirectoryTest {

    private static final String BASE = "DC=coquan,DC=local";
    private static final String IN_DIRECTORY = "mat-khau-may-tinh";
    private static final String STORE_PASSWORD = "kho-chung-thu";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aUserPrincipalNameOpensTheMailboxOverTrustedTlsOnly() throws Exception {
        Path authority = selfSigned();
        InMemoryDirectoryServer directory = directory(authority);
        try {
            GatewayProcess untrusting = GatewayProcess.in(folder.resolve("untrusting"));
            useDirectory(untrusting.conf(), directory);
            Ended refused = untrusting.startInVain();
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
            assertThat(refused.output())
                    .contains("vanthu.ldap.url", "certification path")
                    .doesNotContain("\tat ");

            try (Office office = Office.open(gateway -> {
                useDirectory(gateway.conf(), directory);
                gateway.with(
                        "JAVA_TOOL_OPTIONS",
                        "-Djavax.net.ssl.trustStore=" + authority + " -Djavax.net.ssl.trustStorePassword="
                                + STORE_PASSWORD);
            })) {
                Letter letter = Letter.fromOutside("Gửi người trong Active Directory");
                assertThat(office.receive(letter, "giamdoc")).startsWith("250");
                String id = office.register().settledFrom(letter.sender()).id();
                try (Mailbox mailbox = office.client("giamdoc", IN_DIRECTORY, Security.STARTTLS)
                        .open()) {
                    assertThat(mailbox.mail(id)).isNotEmpty();
                }
                assertThat(office.receive(Letter.fromOutside("Một máy tính, không phải người"), "vanthu"))
                        .startsWith("550");
            }
        } finally {
            directory.shutDown(true);
        }
    }

    private static void useDirectory(ConfFolder conf, InMemoryDirectoryServer directory) throws java.io.IOException {
        conf.set("vanthu.ldap.url", "ldaps://127.0.0.1:" + directory.getListenPort())
                .set("vanthu.ldap.base", BASE)
                .set("vanthu.ldap.user", "CN=vanthu,CN=Users," + BASE)
                .set("vanthu.ldap.password", "tra-cuu")
                .set("vanthu.ldap.class", "user")
                .set("vanthu.ldap.mail", "userPrincipalName");
    }

    private static InMemoryDirectoryServer directory(Path authority) throws Exception {
        SSLUtil tls = new SSLUtil(
                new KeyStoreKeyManager(authority.toFile(), STORE_PASSWORD.toCharArray()), new TrustAllTrustManager());
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials("CN=vanthu,CN=Users," + BASE, "tra-cuu");
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "ldaps", InetAddress.getByName("127.0.0.1"), 0, tls.createSSLServerSocketFactory(), null));
        config.setSchema(null);
        InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domainDNS", "dc: coquan");
        directory.add("dn: CN=Users," + BASE, "objectClass: container", "cn: Users");
        add(directory, "Nguyễn Giám Đốc", "giamdoc", "user");
        add(directory, "MAY-VAN-THU", "vanthu", "computer");
        directory.startListening();
        return directory;
    }

    private static void add(InMemoryDirectoryServer directory, String name, String login, String kind)
            throws Exception {
        directory.add(
                "dn: CN=" + name + ",CN=Users," + BASE,
                "objectClass: top",
                "objectClass: " + kind,
                "cn: " + name,
                "sAMAccountName: " + login,
                "userPrincipalName: " + address(login),
                "userPassword: " + IN_DIRECTORY);
    }

    private Path selfSigned() throws Exception {
        Path store = folder.resolve("authority.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Ended made = RunningCommand.start(
                        List.of(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "ldap",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=dc1." + DOMAIN,
                                "-ext",
                                "SAN=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                STORE_PASSWORD),
                        Map.of())
                .await(120);
        assertThat(made.exitCode()).as(made.output()).isZero();
        return store;
    }
}
