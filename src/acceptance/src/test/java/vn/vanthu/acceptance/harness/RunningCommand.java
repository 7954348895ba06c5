package vn.vanthu.acceptance.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process whose output is read as it comes. */
public final class RunningCommand {

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<String> awaited = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "gateway output");
    private volatile String prefix = "\u0000";

    private RunningCommand(Process process) {
        this.process = process;
        reader.setDaemon(true);
    }

    public static RunningCommand start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        RunningCommand running = new RunningCommand(builder.start());
        running.reader.start();
        return running;
    }

    /** The first line that begins so; fails when the process ends without it. */
    public CompletableFuture<String> line(String beginning) {
        prefix = beginning;
        output().lines().forEach(this::look);
        return awaited;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                look(line);
            }
        } catch (IOException e) {
            awaited.completeExceptionally(new UncheckedIOException(e));
        }
        awaited.completeExceptionally(new IllegalStateException("the process ended"));
    }

    private void look(String line) {
        if (line.startsWith(prefix)) {
            awaited.complete(line);
        }
    }

    public Ended await(long seconds) throws InterruptedException, TimeoutException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new TimeoutException("the process still runs; it said: " + output);
        }
        reader.join(TimeUnit.SECONDS.toMillis(seconds));
        return new Ended(process.exitValue(), output());
    }

    public void terminate() {
        process.destroy();
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    public String output() {
        return output.toString();
    }
}
