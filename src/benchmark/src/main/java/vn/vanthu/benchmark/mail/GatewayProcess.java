package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One gateway, a process of its own, started as {@code ./vanthu} does. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final long STOP_PATIENCE_SECONDS = 60;

    private final Process process;
    private final int portOffset;
    private final Path output;
    private final Duration startTime;

    private GatewayProcess(Process process, int portOffset, Path output) throws IOException, InterruptedException {
        this.process = process;
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

    /** From the start of the process to the line that says that every listener answers. */
    Duration startTime() {
        return startTime;
    }

    int port(int standardPort) {
        return standardPort + portOffset;
    }

    /** CPU time used up to now, on all cores. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Physical memory now. */
    double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most physical memory since the start. */
    double peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    /** From Linux's /proc; 0 on other systems. */
    private double status(String field) throws IOException {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .max()
                        .orElse(0)
                / 1024.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
