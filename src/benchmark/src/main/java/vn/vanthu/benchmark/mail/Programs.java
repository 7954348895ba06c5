package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of other people that the benchmark runs, and none of which outlives it. */
final class Programs implements AutoCloseable {

    private static final long STOP_PATIENCE_MS = 20_000;
    private static final long LOOK_MS = 50;

    private final ProcessTree processes = new ProcessTree();
    private boolean closed;

    private Programs() {}

    /** The programs end with the benchmark, also when it is interrupted. */
    static Programs stoppedAtExit() {
        Programs programs = new Programs();
        Runtime.getRuntime().addShutdownHook(new Thread(programs::close));
        return programs;
    }

    /**
     * Starts one that stays in the foreground, in a session of its own: Ctrl-C ends it by {@link #close} alone, while all
     * that it started can still be found.
     */
    synchronized Process start(List<String> command, Path output) throws IOException {
        if (closed) {
            throw new IOException("interrupted");
        }
        List<String> inOwnSession = new ArrayList<>(List.of("setsid"));
        inOwnSession.addAll(command);
        Process process = new ProcessBuilder(inOwnSession)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        processes.add(process.toHandle());
        return process;
    }

    ProcessTree processes() {
        return processes;
    }

    /** Asks every process to end, and kills those that have not when patience does. */
    @Override
    public synchronized void close() {
        closed = true;
        List<ProcessHandle> all = processes.all();
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_PATIENCE_MS);
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
