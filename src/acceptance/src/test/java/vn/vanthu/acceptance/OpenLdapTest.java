package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.Signal;

/** What {@link LdapTest} tries with a directory in memory, with OpenLDAP's own server. */
@EnabledIf(
        value = "isInstalled",
        disabledReason = "no /usr/sbin/slapd (Debian package slapd); LdapTest runs everywhere")
class OpenLdapTest {

    private static final Path SLAPD = Path.of("/usr/sbin/slapd");
    private static final String BASE = "dc=coquan,dc=vn";
    private static final String READER = "cn=vanthu," + BASE;
    private static final String IN_DIRECTORY = "mat-khau-danh-ba";

    @TempDir
    Path folder = Path.of("");

    static boolean isInstalled() {
        return Files.isExecutable(SLAPD);
    }

    @Test
    void thePasswordIsTheDirectorysAndMailWaitsWhileItHangs() throws Exception {
        int port = freePort();
        Process slapd = start(port);
        try (Office office = Office.open(gateway -> gateway.conf()
                .set("vanthu.ldap.url", "ldap://127.0.0.1:" + port)
                .set("vanthu.ldap.base", BASE)
                .set("vanthu.ldap.user", READER)
                .set("vanthu.ldap.password", "tra-cuu"))) {
            Letter letter = Letter.fromOutside("Gửi người trong danh bạ");
            assertThat(office.receive(letter, "giamdoc")).startsWith("250");
            String id = office.register().settledFrom(letter.sender()).id();
            try (Mailbox mailbox =
                    office.client("giamdoc", IN_DIRECTORY, Security.STARTTLS).open()) {
                assertThat(mailbox.mail(id)).isNotEmpty();
            }
            assertThatThrownBy(() -> office.client("giamdoc", "sai", Security.STARTTLS)
                            .at("127.0.0.3")
                            .open())
                    .isInstanceOf(MessagingException.class);
            assertThat(office.receive(Letter.fromOutside("Không có trong danh bạ"), "phogiamdoc"))
                    .startsWith("550");

            Signal.STOP.sendTo(slapd.pid());
            assertThat(office.receive(Letter.fromOutside("Danh bạ treo"), "giamdoc"))
                    .startsWith("4");
            Signal.CONT.sendTo(slapd.pid());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> office.receive(Letter.fromOutside("Danh bạ lại trả lời"), "giamdoc")
                            .startsWith("250"));
        } finally {
            slapd.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws Exception {
        Path database = Files.createDirectory(folder.resolve("db"));
        Path configuration = Files.writeString(
                folder.resolve("slapd.conf"),
                """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                database mdb
                suffix "%s"
                rootdn "%s"
                rootpw tra-cuu
                directory %s
                """
                        .formatted(BASE, READER, database));
        Path people = Files.writeString(
                folder.resolve("people.ldif"),
                "dn: " + BASE + "\nobjectClass: dcObject\nobjectClass: organization\no: Cơ quan\ndc: coquan\n\n"
                        + person("giamdoc") + person("vanthu"));
        String file = configuration.toString();
        run("/usr/sbin/slapadd", "-f", file, "-l", people.toString());
        Process slapd = new ProcessBuilder(SLAPD.toString(), "-d", "0", "-h", "ldap://127.0.0.1:" + port, "-f", file)
                .inheritIO()
                .start();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
        return slapd;
    }

    private static String person(String name) {
        return "dn: uid=" + name + "," + BASE + "\nobjectClass: inetOrgPerson\ncn: " + name + "\nsn: " + name
                + "\nuid: " + name + "\nmail: " + address(name) + "\nuserPassword: " + IN_DIRECTORY + "\n\n";
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
        assertThat(exit).as(String.join(" ", command)).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
