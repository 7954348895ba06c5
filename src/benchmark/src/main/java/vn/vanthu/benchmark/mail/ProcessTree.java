package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Programs that the benchmark started, with every process that those started. On Linux all of them count, by /proc:
 *
 * <ul>
 *   <li>CPU: what living processes have used, and what ended ones had used when their parent took note of their end (utime,
 *       stime, cutime, cstime of /proc/PID/stat). Only a process whose parent ended first is lost.
 *   <li>Memory: anonymous pages once, however many processes share them after a fork (Pss_Anon of smaps_rollup). Pages of
 *       files whole for the programs that the benchmark started, by share (Pss) for those that they started: they share
 *       them mostly with each other.
 * </ul>
 *
 * <p>Elsewhere CPU is that of the living processes, and memory 0.
 */
final class ProcessTree {

    /** What /proc counts in: the same on every machine that Java runs on, whatever the kernel's own clock. */
    private static final long TICKS_A_SECOND = 100;

    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    private final List<ProcessHandle> roots = new CopyOnWriteArrayList<>();

    void add(ProcessHandle program) {
        roots.add(program);
    }

    /** The programs and all that they started. */
    List<ProcessHandle> all() {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
    }

    /** CPU time used up to now, on all cores. */
    Duration cpu() {
        return all().stream().map(ProcessTree::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        try {
            String stat = Files.readString(file(process, "stat"));
            // The program's name may hold blanks; it ends at the last parenthesis.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Stream.of(fields)
                    .skip(FIRST_TIME)
                    .limit(TIMES)
                    .mapToLong(Long::parseLong)
                    .sum();
            return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
        } catch (IOException e) {
            // it has just ended, or this is no Linux
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /** Physical memory now. */
    double megabytes() {
        long kilobytes = 0;
        for (ProcessHandle process : all()) {
            kilobytes += roots.contains(process)
                    ? kilobytes(process, "smaps_rollup", "Pss_Anon:")
                            + kilobytes(process, "status", "RssFile:", "RssShmem:")
                    : kilobytes(process, "smaps_rollup", "Pss:");
        }
        return kilobytes / 1024.0;
    }

    private static long kilobytes(ProcessHandle process, String file, String... fields) {
        try {
            return Files.readAllLines(file(process, file)).stream()
                    .filter(line -> Stream.of(fields).anyMatch(line::startsWith))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            // it has just ended, or this is no Linux
            return 0;
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", String.valueOf(process.pid()), name);
    }
}
