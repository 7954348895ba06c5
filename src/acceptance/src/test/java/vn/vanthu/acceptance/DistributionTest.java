package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import vn.vanthu.acceptance.harness.Distribution;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Ports;
import vn.vanthu.acceptance.harness.RunningCommand;
import vn.vanthu.register.testing.MariaDbServer;

/** What is installed on a server: the archive, and the compose file's accounts, databases and environment around it. */
class DistributionTest {

    private static final Path DOCKER = Path.of("..", "..", "docker");
    private static final Map<String, String> SECRETS = Map.of(
            "VANTHU_DB_ADMIN_PASSWORD", "admin-1",
            "VANTHU_DB_PASSWORD", "gateway-1",
            "VANTHU_JAMES_DB_PASSWORD", "james-1",
            "VANTHU_HOSTNAME", "mail.coquan.example");

    @TempDir
    Path folder = Path.of("");

    @Test
    void holdsWhatTheRepositoryHolds() throws Exception {
        Path home = Distribution.unpackInto(folder).home();
        assertThat(home.resolve("bin/vanthu")).isExecutable();
        assertThat(home.resolve("lib/vanthu-server.jar")).isNotEmptyFile();
        assertThat(home.resolve("systemd/vanthu.service")).content().contains("/bin/vanthu run --conf");
        try (Stream<Path> files = Files.list(Path.of("..", "..", "conf"))) {
            assertThat(files).allSatisfy(file -> assertThat(home.resolve("conf").resolve(file.getFileName()))
                    .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void runsOnMariaDbWithTheAccountsAndTheEnvironmentOfTheComposeFile() throws Exception {
        Distribution distribution = Distribution.unpackInto(folder);
        Ports ports = Ports.free();
        try (MariaDbServer server = MariaDbServer.startOwn("--max-allowed-packet=64M")) {
            makeDatabases(server);
            Map<String, String> environment = gatewayEnvironment(server.url("vanthu"));
            environment.put("VANTHU_LISTEN", "127.0.0.2");
            Files.writeString(
                    distribution.home().resolve("conf/james-database.properties"),
                    Files.readString(DOCKER.resolve("james-database.properties"))
                            .replace("jdbc:mariadb://database/james", server.url("james")));
            String[] run = {
                "run", "--data", folder.resolve("data").toString(), "--port-offset", String.valueOf(ports.offset())
            };
            RunningCommand gateway = distribution.start(environment, run);
            try {
                assertThat(gateway.line("VanThu ready: ").get(300, TimeUnit.SECONDS))
                        .contains("smtp 127.0.0.2:" + ports.at(25), "webadmin 127.0.0.1:" + ports.at(8000));
                Ended audit = distribution.run(
                        environment,
                        "audit",
                        "verify",
                        "--data",
                        folder.resolve("data").toString());
                assertThat(audit.exitCode()).as(audit.output()).isZero();
            } finally {
                gateway.terminate();
                gateway.await(120);
            }
        }
    }

    /** As the mariadb image does with {@code docker/mariadb/10-vanthu.sh}. */
    private static void makeDatabases(MariaDbServer server) throws Exception {
        Matcher sql = Pattern.compile("<<SQL\n(.*)\nSQL", Pattern.DOTALL)
                .matcher(Files.readString(DOCKER.resolve("mariadb/10-vanthu.sh")));
        assertThat(sql.find()).isTrue();
        try (Connection root = server.connect("");
                Statement statement = root.createStatement()) {
            for (String each : filledIn(sql.group(1)).split(";")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private static Map<String, String> gatewayEnvironment(String url) throws Exception {
        Map<?, ?> compose = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
        Map<String, String> environment = new LinkedHashMap<>();
        in(in(in(compose, "services"), "gateway"), "environment")
                .forEach((name, value) -> environment.put(name.toString(), filledIn(value.toString())));
        assertThat(environment).containsEntry("VANTHU_DB_URL", "jdbc:mariadb://database/vanthu");
        environment.put("VANTHU_DB_URL", url);
        return environment;
    }

    private static Map<?, ?> in(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }

    private static String filledIn(String text) {
        // The test server has an account of the compose file's name already.
        return Pattern.compile("\\$\\{(\\w+)[^}]*}")
                .matcher(text.replace("vanthu_admin", "office_admin"))
                .replaceAll(variable -> Matcher.quoteReplacement(SECRETS.get(variable.group(1))));
    }
}
