package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Ports;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;
import vn.vanthu.server.setup.Keys;

/** Starts that must fail: exit code 2, a message that says what to do, and nothing left behind. */
class FailedStartTest {

    @TempDir
    Path folder = Path.of("");

    private GatewayProcess gateway;

    @BeforeEach
    void prepare() throws IOException {
        gateway = GatewayProcess.in(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void failsWith(String... words) throws Exception {
        Ended ended = gateway.startInVain();
        assertThat(ended.output()).contains(words).doesNotContain("VanThu ready", "\tat ");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    private void leavesNoListener() {
        assertThat(gateway.ports().all()).allMatch(Ports::isFree);
    }

    @Test
    void aPortInUse() throws Exception {
        int port = gateway.ports().at(143);
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            failsWith("imapserver.xml", String.valueOf(port), "--port-offset");
        }
        leavesNoListener();
        assertThat(gateway.data().resolve("james")).doesNotExist();
    }

    @Test
    void aBrokenKey() throws Exception {
        Path tls = gateway.data().resolve("tls");
        Keys.ensureCertificate(tls, "mx.thu.example", Clock.systemUTC());
        String key = Files.readString(tls.resolve("privkey.pem"));
        Files.writeString(tls.resolve("privkey.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        failsWith("privkey.pem");
        leavesNoListener();
        Files.writeString(tls.resolve("privkey.pem"), key);
        assertThat(gateway.start().isRunning()).as("with the key restored").isTrue();
    }

    @Test
    void aFileThatIsNoCertificate() throws Exception {
        Path tls = Files.createDirectories(gateway.data().resolve("tls"));
        Files.writeString(tls.resolve("fullchain.pem"), "khong phai chung thu\n");
        failsWith("fullchain.pem", "a readable PEM file");
        leavesNoListener();
    }

    @Test
    void aDataFolderInUse() throws Exception {
        gateway.start();
        try (GatewayProcess second = GatewayProcess.in(folder)) {
            Ended ended = second.startInVain();
            assertThat(ended.output()).contains("--data", gateway.data().toString());
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(second.ports().all()).allMatch(Ports::isFree);
        }
        assertThat(gateway.isRunning()).isTrue();
    }

    @Test
    void aRegisterThatIsDownOrNewer() throws Exception {
        RegisterSettings settings;
        try (MariaDbServer server = MariaDbServer.startOwn()) {
            settings = server.newDatabase(gateway.data());
            RegisterDatabase.open(settings, Clock.systemUTC()).close();
            makeNewer(server, settings);
            gateway.registerIn(settings);
            failsWith("vanthu.db.url", "newer VanThu (version 999)");
            leavesNoListener();
        }
        failsWith("vanthu.db.url", settings.url());
        leavesNoListener();
        assertThat(gateway.data().resolve("james")).doesNotExist();
    }

    private static void makeNewer(MariaDbServer server, RegisterSettings settings) throws Exception {
        try (Connection admin = server.connect(settings.url().replaceFirst(".*/", ""));
                Statement statement = admin.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " VALUES (999, '999', 'x', 'SQL', 'V999__x.sql', 'x', 1, 1)");
        }
    }

    @Test
    void theDemoWhereOthersCouldReachIt() throws Exception {
        gateway.conf().replace("smtpserver.xml", "<bind>127.0.0.1:25</bind>", "<bind>0.0.0.0:25</bind>");
        failsWith("smtpserver.xml", "0.0.0.0:" + gateway.ports().at(25), "--demo");
        leavesNoListener();
    }

    @Test
    void severalMistakesAreToldAtOnce() throws Exception {
        gateway.conf().set("vanthu.timezon", "Asia/Ho_Chi_Minh").set("vanthu.smarthost", "khong co cong");
        gateway.conf().replace("organization.xml", "role=\"clerk\"", "role=\"clark\"");
        failsWith("vanthu.timezon", "vanthu.timezone", "vanthu.smarthost", "organization.xml", "clark");
        leavesNoListener();
    }

    @Test
    void aMailetThatIsMisspelt() throws Exception {
        gateway.conf().replace("mailetcontainer.xml", "vn.vanthu.mailets.SignDkim", "vn.vanthu.mailets.SignDkin");
        failsWith("SignDkin");
        leavesNoListener();
    }
}
