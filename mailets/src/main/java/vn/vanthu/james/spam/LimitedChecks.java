package vn.vanthu.james.spam;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Checks that wait for others, side by side. One whose time is over is broken off, so that a sender whose name servers never
 * answer takes no thread from the mails that follow. Safe for many threads.
 */
final class LimitedChecks {

    /** Four for each of the spooler's threads, and as many that are being broken off. */
    private static final int MOST_AT_ONCE = 128;

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), LimitedChecks::daemon);

    /** What the check finds; {@code otherwise} when it fails or does not end in time. */
    <T> CompletableFuture<T> start(Supplier<T> check, T otherwise, Duration limit) {
        CompletableFuture<T> found = new CompletableFuture<>();
        try {
            Future<?> work = pool.submit(() -> finish(check, otherwise, found));
            return found.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((result, late) -> {
                        if (late != null) {
                            work.cancel(true);
                        }
                    })
                    .exceptionally(late -> otherwise);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(otherwise);
        }
    }

    private static <T> void finish(Supplier<T> check, T otherwise, CompletableFuture<T> found) {
        try {
            found.complete(check.get());
        } catch (RuntimeException e) {
            found.complete(otherwise);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sender-authentication");
        thread.setDaemon(true);
        return thread;
    }
}
