package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One gateway, a process of its own, started as {@code ./vanthu} does. */
final class GatewayProcess implements MailServer {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final long STOP_PATIENCE_SECONDS = 60;

    private final Process process;
    private final ProcessTree processes = new ProcessTree();
    private final int portOffset;
    private final Path output;
    private final Duration startTime;

    private GatewayProcess(Process process, int portOffset, Path output) throws IOException, InterruptedException {
        this.process = process;
        this.processes.add(process.toHandle());
        this.portOffset = portOffset;
        this.output = output;
        this.startTime = awaitReady();
    }

    /** Returns when every listener answers. */
    static GatewayProcess start(Variant variant, Path conf, Path data, String smarthost)
            throws IOException, InterruptedException {
        Path temp = Files.createDirectories(data.resolve("tmp"));
        Path output = data.resolve("output");
        int offset = Loopback.freeOffset();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(javaOptions().split(" ")));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + temp));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                variant.mainClass().getName(),
                "run"));
        command.addAll(List.of("--conf", conf.toString(), "--data", data.toString(), "--demo"));
        command.addAll(List.of("--port-offset", String.valueOf(offset), "--smarthost", smarthost));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new GatewayProcess(process, offset, output);
    }

    private static String javaOptions() {
        return System.getenv().getOrDefault("VANTHU_JAVA_OPTS", "-Xmx1g");
    }

    private Duration awaitReady() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!Files.readString(output).contains("VanThu ready: ")) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (!process.isAlive() || waited.compareTo(START_PATIENCE) > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the gateway did not start: " + Files.readString(output));
            }
            Thread.sleep(10);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** To the line that says that every listener answers. */
    @Override
    public Duration startTime() {
        return startTime;
    }

    @Override
    public int port(int standardPort) {
        return standardPort + portOffset;
    }

    @Override
    public SmtpConnection toSubmission(String login) throws IOException {
        return SmtpConnection.toSubmission(port(465), login, Inboxes.PASSWORD);
    }

    /** With the processes that read attachments. */
    @Override
    public ProcessTree processes() {
        return processes;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
