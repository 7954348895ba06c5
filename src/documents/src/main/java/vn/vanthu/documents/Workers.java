package vn.vanthu.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.document.ReadPart;

/**
 * A few workers that take turns; started when there is work, replaced when they die. One of them is kept free of mail from
 * outside: slow files that strangers send must not keep our own mail waiting. Safe for many threads.
 */
public final class Workers implements FileReader, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Workers.class);
    private static final int HEAP_MEGABYTES = 512;
    /** What libraries leave behind in a process ends with it. */
    private static final int FILES_UNTIL_RENEWED = 2000;
    /** A worker ends by itself when the time is over; later than this after it, it hangs. */
    private static final long GRACE_MILLIS = 15_000;

    private final Path folder;
    private final Semaphore turns;
    private final Semaphore turnsOfOutside;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "document-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Worker> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Workers that are not started yet.
     *
     * @param folder for their temporary files
     * @param count at least 2
     */
    public Workers(Path folder, int count) {
        this.folder = folder;
        this.turns = new Semaphore(count, true);
        this.turnsOfOutside = new Semaphore(count - 1, true);
    }

    @Override
    public List<ReadPart> read(FoundFile file, Budget budget) throws IOException {
        return budget.isOfOutside()
                ? inTurn(turnsOfOutside, budget, () -> inTurn(turns, budget, () -> ask(file, budget)))
                : inTurn(turns, budget, () -> ask(file, budget));
    }

    @FunctionalInterface
    private interface Reading {
        List<ReadPart> parts() throws IOException;
    }

    private static List<ReadPart> inTurn(Semaphore turns, Budget budget, Reading reading) throws IOException {
        if (!takeTurn(turns, budget.millisLeft())) {
            throw new IOException("no worker became free in time");
        }
        try {
            return reading.parts();
        } finally {
            turns.release();
        }
    }

    private static boolean takeTurn(Semaphore turns, long millis) throws IOException {
        try {
            return turns.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a worker", e);
        }
    }

    private List<ReadPart> ask(FoundFile file, Budget budget) throws IOException {
        Worker worker = take();
        long millis = budget.millisLeft();
        try {
            Wire.Answer answer = worker.ask(
                    new Wire.Request(file, budget.limits(), budget.bytesLeft(), budget.filesLeft(), millis),
                    millis + GRACE_MILLIS,
                    threads);
            budget.leave(answer.bytesLeft(), answer.filesLeft());
            giveBack(worker);
            return answer.parts();
        } catch (Worker.Died e) {
            String reason = reason(e, budget);
            LOGGER.warn("a worker that read {} ({}) died: {}", file.path(), file.declaredType(), reason);
            return List.of(unread(file, reason));
        }
    }

    private static String reason(Worker.Died death, Budget budget) {
        if (death.isOutOfMemory()) {
            return UnreadReason.TOO_LARGE;
        }
        return budget.isTimeOver() ? UnreadReason.TIME_OUT : UnreadReason.BROKEN;
    }

    private static ReadPart unread(FoundFile file, String reason) {
        return new ReadPart(
                file.path(),
                file.fileName(),
                file.declaredType(),
                ReadPart.Origin.NONE,
                reason,
                file.body(),
                file.signed(),
                0,
                file.sha256(),
                List.of());
    }

    private Worker take() throws IOException {
        @Nullable Worker worker;
        synchronized (idle) {
            if (closed) {
                throw new IOException("the workers are stopped");
            }
            worker = idle.poll();
        }
        return worker == null ? Worker.start(folder, HEAP_MEGABYTES) : worker;
    }

    private void giveBack(Worker worker) {
        synchronized (idle) {
            if (!closed && worker.filesRead() < FILES_UNTIL_RENEWED) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Worker::close);
            idle.clear();
        }
        threads.shutdownNow();
    }
}
