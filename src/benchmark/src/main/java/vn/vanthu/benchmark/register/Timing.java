package vn.vanthu.benchmark.register;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long something takes, in milliseconds. */
record Timing(double median, double p95) {

    private static final long ENOUGH = TimeUnit.SECONDS.toNanos(20);
    private static final int LEAST = 3;

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** @param repeats how often it is done, after once to warm up; less often when it takes seconds */
    static Timing of(Work work, int repeats) throws Exception {
        millis(work);
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        while (times.size() < repeats && (times.size() < LEAST || System.nanoTime() - start < ENOUGH)) {
            times.add(millis(work));
        }
        times.sort(null);
        return new Timing(times.get(times.size() / 2), times.get((int) Math.ceil(times.size() * 0.95) - 1));
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
