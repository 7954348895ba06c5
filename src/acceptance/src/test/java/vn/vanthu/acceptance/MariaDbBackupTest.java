package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** Register and James's data in MariaDB are dumped into the backup, and loaded into empty databases. */
class MariaDbBackupTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void bothDatabasesComeBack() throws Exception {
        try (MariaDbServer server = MariaDbServer.startOwn("--max-allowed-packet=64M")) {
            GatewayProcess old = onNewDatabases(server, "old");
            assertThat(old.command("user", "add", "chuyenvien1").exitCode()).isZero();
            Path copies = folder.resolve("copies");
            Ended without = old.withPrograms(folder).command("backup", copies.toString(), "--same-disk");
            assertThat(without.output()).contains("install the package mariadb-client");
            assertThat(without.exitCode()).isEqualTo(2);
            assertThat(copies).isDirectoryNotContaining("glob:**/vanthu-*");

            Ended made = old.withPrograms(server.programs()).command("backup", copies.toString(), "--same-disk");
            assertThat(made.exitCode()).as(made.output()).isZero();
            Path backup;
            try (Stream<Path> all = Files.list(copies)) {
                backup = all.filter(each -> String.valueOf(each.getFileName()).startsWith("vanthu-"))
                        .findFirst()
                        .orElseThrow();
            }

            GatewayProcess again = GatewayProcess.in(folder.resolve("new")).withPrograms(server.programs());
            RegisterSettings register = server.newDatabase(again.data());
            RegisterSettings james = server.newDatabase(again.data());
            again.registerIn(register).storeIn(james);
            loadsThatBreakLeaveNothing(again.withPrograms(brokenLoads(server, "exit 1")), backup, register, james);
            Ended killed =
                    again.withPrograms(brokenLoads(server, "kill -9 $PPID")).command("restore", backup.toString());
            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(tables(james) + tables(register)).isPositive();
            assertThat(again.startInVain().output()).contains("a restore that was interrupted");

            again.withPrograms(server.programs());
            Ended restored = again.command("restore", backup.toString());
            assertThat(restored.exitCode()).as(restored.output()).isZero();
            assertThat(again.command("audit", "verify").exitCode()).isZero();
            assertThat(again.command("audit", "search", "Về việc sao lưu").output())
                    .contains("45/UBND");
            assertThat(again.command("user", "list").output())
                    .containsPattern(address("chuyenvien1") + "\\s+staff\\s+.*(?<!no account)\\R")
                    .containsPattern(address("chuyenvien2") + "\\s+staff\\s+.*no account");

            onlyTheConfirmationOpensTheRegister(again, backup, register, james, server);
            Files.move(again.data(), folder.resolve("moved"));
            Ended full = again.command("restore", backup.toString());
            assertThat(full.output()).contains("holds tables already; allowed: an empty database");
            assertThat(full.exitCode()).isEqualTo(2);
            assertThat(again.data()).doesNotExist();
        }
    }

    /** Another gateway on these databases has a data folder without a mark. */
    private void onlyTheConfirmationOpensTheRegister(
            GatewayProcess again, Path backup, RegisterSettings register, RegisterSettings james, MariaDbServer server)
            throws Exception {
        GatewayProcess second = GatewayProcess.in(folder.resolve("second")).withPrograms(server.programs());
        second.registerIn(register).storeIn(james);
        Ended filled = second.command("restore", backup.toString());
        assertThat(filled.output()).contains("holds tables already; allowed: an empty database");
        assertThat(second.startInVain().output()).contains("a restored register that is not confirmed");
        assertThat(again.startInVain().output()).contains("a restored folder that is not confirmed");
        for (GatewayProcess gateway : List.of(again, second)) {
            Ended reserved = gateway.command(
                    "book", "reserve", "--as", "vanthu", "--reason", "x", "--type", "x", "--subject", "x");
            assertThat(reserved.output()).contains("that is not confirmed", "restore --confirm");
            assertThat(reserved.exitCode()).isEqualTo(2);
        }
        String year = String.valueOf(Year.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        Ended confirmed = again.command(
                "restore",
                "--confirm",
                "--as",
                "vanthu",
                "--head",
                "none",
                "--last",
                "den/" + year + "=1",
                "--last",
                "di/" + year + "=0");
        assertThat(confirmed.exitCode()).as(confirmed.output()).isZero();
        try (RegisterDatabase opened = RegisterDatabase.open(register, Clock.systemUTC())) {
            assertThat(opened.years()).hasSize(1);
        }
    }

    private static void loadsThatBreakLeaveNothing(
            GatewayProcess again, Path backup, RegisterSettings register, RegisterSettings james) throws Exception {
        Ended broken = again.command("restore", backup.toString());
        assertThat(broken.output()).contains("mariadb failed: ", "the disk is full");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(again.data()).doesNotExist();
        assertThat(tables(james) + tables(register)).isZero();
    }

    /** A {@code mariadb} that ends in the middle of its work. */
    private Path brokenLoads(MariaDbServer server, String end) throws Exception {
        Path programs = Files.createDirectories(folder.resolve("broken"));
        Path program = programs.resolve("mariadb");
        Files.writeString(
                program,
                "#!/bin/sh\nPATH=/usr/bin:/bin\nhead -n 60 | "
                        + server.programs().resolve("mariadb") + " \"$@\"\necho the disk is full\n" + end + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return programs;
    }

    private static int tables(RegisterSettings database) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.adminUser(), database.adminPassword());
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            int count = 0;
            while (tables.next()) {
                count++;
            }
            return count;
        }
    }

    private GatewayProcess onNewDatabases(MariaDbServer server, String name) throws Exception {
        GatewayProcess gateway = GatewayProcess.in(folder.resolve(name));
        RegisterSettings register = server.newDatabase(gateway.data());
        gateway.registerIn(register).storeIn(server.newDatabase(gateway.data()));
        try (RegisterDatabase database = RegisterDatabase.open(register, Clock.systemUTC())) {
            database.books()
                    .register(
                            Book.INCOMING,
                            DocumentFields.none().with(Field.CODE, "45/UBND").with(Field.SUBJECT, "Về việc sao lưu"),
                            Source.paper(Clock.systemUTC().instant()),
                            Act.by(address("vanthu"), "backup"));
            database.seal();
        }
        return gateway;
    }
}
