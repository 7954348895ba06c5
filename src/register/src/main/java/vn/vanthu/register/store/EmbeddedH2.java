package vn.vanthu.register.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.h2.tools.Server;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;

/**
 * The embedded database: a file in the data folder that one gateway writes to and serves to auditors on 127.0.0.1.
 *
 * <p>The TCP server knows this one database, by the name that stands in {@code register.address}; it creates none and
 * takes no connection from elsewhere.
 */
final class EmbeddedH2 implements AutoCloseable {

    static final String ADMIN = "VANTHU_ADMIN";
    static final String GATEWAY = "VANTHU_GATEWAY";
    static final String AUDITOR = "VANTHU_AUDITOR";

    /** Names the auditors' account and address while the gateway runs, and after it. */
    private static final String ADDRESS_FILE = "register.address";

    private static final String PASSWORD_FILE = "register.password";
    /** A table of this name: the file is written anew at the next stop. */
    private static final String REWRITE = "REWRITE_AT_STOP";

    private static final String LOOPBACK = "127.0.0.1";

    private final Path dataFolder;
    private final FileChannel lockFile;
    private final Properties passwords;
    private @Nullable Endpoint endpoint;
    private @Nullable Connection admin;
    private @Nullable Server server;

    private EmbeddedH2(Path dataFolder, FileChannel lockFile, Properties passwords) {
        this.dataFolder = dataFolder;
        this.lockFile = lockFile;
        this.passwords = passwords;
    }

    /** Takes the data folder for this process. */
    static EmbeddedH2 claim(Path dataFolder) throws ConfigurationException {
        // Read once by H2, when its classes load: the launcher sets it too.
        System.setProperty("h2.bindAddress", LOOPBACK);
        try {
            Path folder = Files.createDirectories(dataFolder.resolve("register"));
            FileChannel lockFile = lock(folder.resolve("gateway.lock"), dataFolder);
            return new EmbeddedH2(dataFolder, lockFile, passwords(dataFolder.resolve(PASSWORD_FILE)));
        } catch (IOException e) {
            throw Problems.dataFolder(dataFolder, e.toString(), "a folder that the gateway can write to");
        }
    }

    private static FileChannel lock(Path file, Path dataFolder) throws IOException, ConfigurationException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // another gateway in this very process; told below
        }
        if (lock == null) {
            channel.close();
            throw Problems.dataFolder(
                    dataFolder, "in use by another gateway", "one gateway for a data folder: stop the other one first");
        }
        return channel;
    }

    private static Properties passwords(Path file) throws IOException {
        Properties passwords = SecretFile.read(file);
        if (!passwords.containsKey(AUDITOR)) {
            for (String account : new String[] {ADMIN, GATEWAY, AUDITOR}) {
                passwords.setProperty(account, randomPassword());
            }
            SecretFile.write(file, passwords, "VanThu: accounts of the embedded register; keep secret");
        }
        return passwords;
    }

    private static String randomPassword() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** The database as this process opens it. Creates the accounts when the database is new. */
    Endpoint endpoint() throws ConfigurationException {
        // async: a thread that is interrupted while it reads would close a plain file channel under everybody.
        String url = "jdbc:h2:async:" + file(dataFolder) + ";DB_CLOSE_ON_EXIT=FALSE;TIME ZONE=UTC";
        Endpoint opened = new Endpoint(
                Vendor.H2, url, "", GATEWAY, passwords.getProperty(GATEWAY), ADMIN, passwords.getProperty(ADMIN));
        try {
            admin = opened.connectAsAdmin();
            prepare(admin);
            endpoint = opened;
            return opened;
        } catch (SQLException e) {
            throw Problems.dataFolder(
                    dataFolder,
                    "the register does not open: " + e.getMessage(),
                    "no other program on register/register.mv.db (end './vanthu audit' and SQL tools), or a restored"
                            + " backup");
        }
    }

    private void prepare(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("SET DEFAULT_LOCK_TIMEOUT 3000");
            for (String account : new String[] {GATEWAY, AUDITOR}) {
                statement.execute(
                        "CREATE USER IF NOT EXISTS " + account + " PASSWORD '" + passwords.getProperty(account) + "'");
            }
        }
    }

    /** H2 hands each commit to the system; this makes the system write it to the disk. */
    synchronized void sync() {
        try {
            sync(Objects.requireNonNull(admin));
        } catch (SQLException e) {
            reopen(e);
            throw new JDBCConnectionException("the register's file cannot be synced", e);
        }
    }

    /**
     * H2 closes a database whose file could not be written (a full disk). What was not synced then is not acknowledged: its
     * writer tries again, by the same key, on the database as it is when opened anew.
     */
    private void reopen(SQLException cause) {
        try {
            admin = Objects.requireNonNull(endpoint).connectAsAdmin();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void sync(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /** The database as another process reaches it through the running gateway. */
    static Endpoint served(Path dataFolder) throws ConfigurationException {
        try {
            Properties passwords = SecretFile.read(dataFolder.resolve(PASSWORD_FILE));
            String port = SecretFile.read(dataFolder.resolve(ADDRESS_FILE)).getProperty("port", "1");
            Endpoint endpoint = new Endpoint(
                    Vendor.H2,
                    servedUrl(port, dataFolder),
                    "",
                    GATEWAY,
                    passwords.getProperty(GATEWAY, ""),
                    ADMIN,
                    passwords.getProperty(ADMIN, ""));
            endpoint.connectAsGateway().close();
            return endpoint;
        } catch (IOException | SQLException e) {
            throw Problems.dataFolder(
                    dataFolder,
                    "in use by a gateway that does not answer: " + e.getMessage(),
                    "a gateway that runs or none; wait while one starts or stops, then try again");
        }
    }

    /** As {@link #sync()}, from another process. */
    static void sync(Endpoint served) {
        try (Connection admin = served.connectAsAdmin()) {
            sync(admin);
        } catch (SQLException e) {
            throw new JDBCConnectionException("the register's file cannot be synced", e);
        }
    }

    /** Old pages of the file still hold what was erased; they go when the file is written anew. */
    static void rewriteAtNextStop(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + REWRITE + " (id INT)");
        }
    }

    void copyTo(Path zip) throws SQLException {
        try (Statement statement = Objects.requireNonNull(admin).createStatement()) {
            statement.execute("BACKUP TO '" + zip.toString().replace("'", "''") + "'");
        }
    }

    /** Through the running gateway, or the file itself, unable to change it, when nobody serves it. */
    static Connection connectToRead(Path dataFolder) throws IOException, SQLException {
        String password = SecretFile.read(dataFolder.resolve(PASSWORD_FILE)).getProperty(GATEWAY, "");
        String port = SecretFile.read(dataFolder.resolve(ADDRESS_FILE)).getProperty("port", "1");
        String file = "jdbc:h2:file:" + file(dataFolder) + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TIME ZONE=UTC";
        if (!isServed(port)) {
            if (!Files.exists(Path.of(file(dataFolder) + ".mv.db"))) {
                throw new IOException("there is none yet");
            }
            return Endpoint.connect(file, GATEWAY, password);
        }
        try {
            return Endpoint.connect(servedUrl(port, dataFolder), GATEWAY, password);
        } catch (SQLException noGateway) {
            try {
                return Endpoint.connect(file, GATEWAY, password);
            } catch (SQLException e) {
                e.addSuppressed(noGateway);
                throw e;
            }
        }
    }

    /** Asked before H2's driver, which knocks many times at a port where nobody is. */
    private static boolean isServed(String port) {
        try (Socket socket = new Socket(LOOPBACK, Integer.parseInt(port))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String servedUrl(String port, Path dataFolder) {
        return "jdbc:h2:tcp://" + LOOPBACK + ":" + port + "/" + name(dataFolder);
    }

    /** The name under which the database is served; a copy of the folder has another one and reaches no gateway. */
    private static String name(Path dataFolder) {
        byte[] path = real(dataFolder).toString().getBytes(StandardCharsets.UTF_8);
        return "register-" + HexFormat.of().formatHex(Hashes.sha256(path), 0, 6);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static String file(Path dataFolder) {
        return dataFolder.resolve("register/register").toAbsolutePath().toString();
    }

    /** Lets auditors' tools in, on the port of the last time when it is free. */
    void serve() throws ConfigurationException {
        try {
            Properties address = SecretFile.read(dataFolder.resolve(ADDRESS_FILE));
            int port = freePort(Integer.parseInt(address.getProperty("port", "0")));
            server = Server.createTcpServer(
                            "-tcpPort", String.valueOf(port), "-key", name(dataFolder), "async:" + file(dataFolder))
                    .start();
            address.setProperty("url", servedUrl(String.valueOf(port), dataFolder));
            address.setProperty("port", String.valueOf(port));
            address.setProperty("user", AUDITOR);
            address.setProperty("password", passwords.getProperty(AUDITOR));
            SecretFile.write(
                    dataFolder.resolve(ADDRESS_FILE), address, "VanThu: the register, read-only, for auditors' tools");
        } catch (SQLException | IOException | NumberFormatException e) {
            throw Problems.dataFolder(dataFolder, "the register cannot be served to auditors: " + e, "see the message");
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getByName(LOOPBACK))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
        }
        if (admin != null) {
            shutdown(admin);
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock ends with the process.
        }
    }

    private static void shutdown(Connection admin) {
        try (Statement statement = admin.createStatement()) {
            boolean rewrite;
            try (ResultSet marked = statement.executeQuery(
                    "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '" + REWRITE + "'")) {
                rewrite = marked.next();
            }
            if (rewrite) {
                statement.execute("DROP TABLE " + REWRITE);
            }
            statement.execute(rewrite ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        } catch (SQLException e) {
            // Nothing is lost: the next start opens the file as after a crash.
        }
    }
}
