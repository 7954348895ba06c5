package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.server.command.Launcher;

/** {@code vanthu run} as a process of its own: started, killed, stopped and started again on the same folders. */
public final class GatewayProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final Path data;
    private final ConfFolder conf;
    private final Ports ports = Ports.free();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private RegisterSettings registerSettings;
    private List<String> options = List.of("--demo");
    private List<String> wrapper = List.of();
    private @Nullable RunningCommand running;

    private GatewayProcess(Path data, ConfFolder conf) {
        this.data = data;
        this.conf = conf;
        this.registerSettings = RegisterSettings.embedded(data);
    }

    /** A gateway with the shipped configuration and an empty data folder, not started yet. */
    public static GatewayProcess in(Path folder) throws IOException {
        return new GatewayProcess(folder.resolve("data"), ConfFolder.copyTo(folder.resolve("conf")));
    }

    /** Folders that somebody else made. */
    public static GatewayProcess on(Path conf, Path data) {
        return new GatewayProcess(data, new ConfFolder(conf));
    }

    public ConfFolder conf() {
        return conf;
    }

    public Path data() {
        return data;
    }

    public Ports ports() {
        return ports;
    }

    /** Sends all outside mail to the given server. */
    public GatewayProcess sendingTo(OutsideWorld outside) {
        return options("--demo", "--smarthost", "127.0.0.1:" + outside.port());
    }

    /** In place of {@code --demo}. */
    public GatewayProcess options(String... more) {
        options = List.of(more);
        return this;
    }

    /** An environment variable of the process. */
    public GatewayProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Keeps the register in MariaDB; the passwords come through the environment, as the README advises. */
    public GatewayProcess registerIn(RegisterSettings mariaDb) throws IOException {
        registerSettings = new RegisterSettings(
                mariaDb.url(), mariaDb.user(), mariaDb.password(), mariaDb.adminUser(), mariaDb.adminPassword(), data);
        conf.set("vanthu.db.url", mariaDb.url())
                .set("vanthu.db.user", mariaDb.user())
                .set("vanthu.db.admin.user", mariaDb.adminUser());
        environment.put("VANTHU_DB_PASSWORD", mariaDb.password());
        environment.put("VANTHU_DB_ADMIN_PASSWORD", mariaDb.adminPassword());
        return this;
    }

    /** Keeps James's own data, accounts and mailboxes, in MariaDB. */
    public GatewayProcess storeIn(RegisterSettings mariaDb) throws IOException {
        conf.write(
                "james-database.properties",
                """
                database.driverClassName=org.mariadb.jdbc.Driver
                database.url=%s
                database.username=%s
                database.password=%s
                """
                        .formatted(mariaDb.url(), mariaDb.adminUser(), mariaDb.adminPassword()));
        return this;
    }

    /** Commands run under this program, such as {@code prlimit}, until it is set again. */
    public GatewayProcess under(String... program) {
        wrapper = List.of(program);
        return this;
    }

    /** Looks for other programs in this folder only. */
    public GatewayProcess withPrograms(Path folder) {
        environment.put("PATH", folder.toString());
        return this;
    }

    /** Returns when the ready line is there. */
    public GatewayProcess start() throws IOException {
        RunningCommand started = launch();
        running = started;
        try {
            started.line("VanThu ready: ").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (Exception e) {
            started.kill();
            throw new IllegalStateException("the gateway did not start: " + started.output() + log(), e);
        }
    }

    /** A start that must fail: waits for the end of the process. */
    public Ended startInVain() throws IOException, InterruptedException, TimeoutException {
        RunningCommand started = launch();
        try {
            return started.await(PATIENCE_SECONDS);
        } finally {
            started.kill();
        }
    }

    private RunningCommand launch() throws IOException {
        List<String> command = launcher("run");
        command.addAll(List.of("--port-offset", String.valueOf(ports.offset())));
        command.addAll(options);
        return RunningCommand.start(command, environment);
    }

    /** {@code ./vanthu COMMAND ...} on the same folders, as an administrator types it while the gateway runs or not. */
    public Ended command(String... words) throws IOException, InterruptedException, TimeoutException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(launcher(words));
        return RunningCommand.start(command, environment).await(PATIENCE_SECONDS);
    }

    private List<String> launcher(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Quick to start; the tests are shorter than any warm-up.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + data.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--conf", conf.path().toString(), "--data", data.toString()));
        return command;
    }

    /** SIGKILL: no time to say or write anything. */
    public void kill() {
        process().kill();
    }

    /** SIGTERM, as Ctrl-C and service managers do; waits for the end. */
    public Ended stop() throws InterruptedException, TimeoutException {
        process().terminate();
        return process().await(PATIENCE_SECONDS);
    }

    private RunningCommand process() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    public boolean isRunning() {
        return running != null && running.isAlive();
    }

    public long pid() {
        return process().pid();
    }

    /** The gateway's log, for a failed assertion's message and for what only the log tells. */
    public String log() throws IOException {
        Path file = data.resolve("log").resolve("vanthu.log");
        return Files.exists(file) ? Files.readString(file) : "(no log)";
    }

    public RegisterReader register() {
        return new RegisterReader(registerSettings);
    }

    @Override
    public void close() {
        if (running != null) {
            running.kill();
        }
    }
}
