package vn.vanthu.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A running worker process, as the gateway sees it. For one thread at a time. */
final class Worker implements AutoCloseable {

    /** It ran out of memory (the JVM's exit code then). */
    private static final int OUT_OF_MEMORY = 3;

    /** It did not give an answer and is dead now. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean outOfMemory;

        private Died(boolean outOfMemory, Throwable cause) {
            super(cause);
            this.outOfMemory = outOfMemory;
        }

        boolean isOutOfMemory() {
            return outOfMemory;
        }
    }

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final Path folder;
    private int filesRead;

    private Worker(Process process, Path folder) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param folder in which it gets a folder of its own
     */
    static Worker start(Path folder, int heapMegabytes) throws IOException {
        Path own = Files.createTempDirectory(folder, "worker");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + own,
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=vn/vanthu/documents/worker/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Worker(process, own);
    }

    int filesRead() {
        return filesRead;
    }

    /** The answer to a request; a worker that gives none in time is killed. */
    Wire.Answer ask(Wire.Request request, long millis, Executor threads) throws Died {
        filesRead++;
        CompletableFuture<Wire.Answer> answer = CompletableFuture.supplyAsync(() -> converse(request), threads);
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw died(e);
        } catch (ExecutionException | TimeoutException e) {
            throw died(e);
        }
    }

    private Wire.Answer converse(Wire.Request request) {
        try {
            Wire.write(out, request);
            return Wire.answer(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Died died(Exception cause) {
        boolean byItself = cause instanceof ExecutionException;
        if (byItself) {
            try {
                process.waitFor(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        boolean outOfMemory = byItself && !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
        close();
        return new Died(outOfMemory, cause);
    }

    /** Ends it, the programs that it runs, and its temporary files. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // the folder is wiped at the next start
        }
    }
}
