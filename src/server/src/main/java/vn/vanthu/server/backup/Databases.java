package vn.vanthu.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.james.JamesDatabase;

/** One database in one file: H2 as its own zip, MariaDB as {@code mariadb-dump} writes it. */
final class Databases {

    private static final Pattern MARIADB = Pattern.compile("jdbc:mariadb://([^:/?]+)(?::(\\d+))?/([^?]+).*");

    private Databases() {}

    /** The name of the file that holds a copy of this database. */
    static String fileOf(JamesDatabase database, String name) {
        return isMariaDb(database) ? name + ".sql" : name + ".zip";
    }

    static boolean isMariaDb(JamesDatabase database) {
        return MARIADB.matcher(database.url()).matches();
    }

    /** Copies a database that is in use; consistent as of one moment. */
    static void copy(JamesDatabase database, Path to) throws IOException, SQLException, BackupException {
        if (isMariaDb(database)) {
            run(
                    database,
                    "mariadb-dump",
                    to,
                    "--single-transaction",
                    "--quick",
                    "--hex-blob",
                    "--ignore-table=" + address(database).group(3) + "." + RegisterDatabase.RESTORE_MARK,
                    "--result-file=" + to);
            return;
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + to.toString().replace("'", "''") + "'");
        }
    }

    static Connection connect(JamesDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Loads a copy into a MariaDB database. */
    static void load(JamesDatabase database, Path from) throws IOException, BackupException {
        run(database, "mariadb", from);
    }

    private static void run(JamesDatabase database, String program, Path file, String... options)
            throws IOException, BackupException {
        Matcher url = address(database);
        List<String> command = new java.util.ArrayList<>(List.of(
                program,
                "--no-defaults",
                "--host=" + url.group(1),
                "--port=" + (url.group(2) == null ? "3306" : url.group(2)),
                "--user=" + database.user()));
        command.addAll(List.of(options));
        command.add(url.group(3));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MYSQL_PWD", String.valueOf(database.password()));
        if (options.length == 0) {
            builder.redirectInput(file.toFile());
        }
        await(start(builder, program), program);
    }

    private static Matcher address(JamesDatabase database) {
        Matcher url = MARIADB.matcher(database.url());
        if (!url.matches()) {
            throw new IllegalArgumentException("no MariaDB: " + database.url());
        }
        return url;
    }

    private static Process start(ProcessBuilder builder, String program) throws BackupException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BackupException(
                    program + " is not on the PATH: install the package mariadb-client (" + e.getMessage() + ")");
        }
    }

    private static void await(Process process, String program) throws IOException, BackupException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.HOURS) || process.exitValue() != 0) {
                throw new BackupException(program + " failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static long unpackedSize(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
        }
    }

    /** Unpacks an H2 copy: the database file gets the name that the zip says. */
    static void unzip(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Path to = folder.resolve(Path.of(entry.getName()).getFileName());
                try (InputStream in = file.getInputStream(entry);
                        FileChannel channel =
                                FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    in.transferTo(Channels.newOutputStream(channel));
                    channel.force(true);
                }
            }
        }
    }
}
