package vn.vanthu.james;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Passes on at once what comes seldom; of what comes often the first at once, and the rest together when the pause is over.
 * Safe for many threads.
 */
final class Gathered<T> {

    /**
     * What is passed on together.
     *
     * @param first the oldest of them, as many as are kept
     * @param count of all of them
     */
    record Batch<T>(List<T> first, int count) {

        Batch {
            first = List.copyOf(first);
        }
    }

    private final Duration pause;
    private final int mostKept;
    private final Consumer<Batch<T>> next;
    private final List<T> waiting = new ArrayList<>();
    private int count;
    private boolean pausing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gathered notices");
        thread.setDaemon(true);
        return thread;
    });

    Gathered(Duration pause, int mostKept, Consumer<Batch<T>> next) {
        this.pause = pause;
        this.mostKept = mostKept;
        this.next = next;
    }

    void add(T item) {
        synchronized (this) {
            if (pausing) {
                count++;
                if (waiting.size() < mostKept) {
                    waiting.add(item);
                }
                return;
            }
            pause();
        }
        next.accept(new Batch<>(List.of(item), 1));
    }

    private void pause() {
        pausing = true;
        var unused = timer.schedule(this::goOn, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goOn() {
        Batch<T> batch;
        synchronized (this) {
            pausing = false;
            if (count == 0) {
                return;
            }
            batch = new Batch<>(waiting, count);
            waiting.clear();
            count = 0;
            pause();
        }
        next.accept(batch);
    }
}
