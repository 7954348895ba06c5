package vn.vanthu.acceptance.campaign;

import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.server.Rehearsal;
import vn.vanthu.server.RehearsalPolicy;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/**
 * Puts mutated mails before every rule as {@code ./vanthu check} does, without a server: many more than go over SMTP in the
 * same time. An exception is a finding; mails that take over a second, each of three times, are told with their numbers.
 */
final class RehearsedFuzz {

    private static final int BATCH = 10_000;
    private static final int THREADS = 2;
    private static final int SLOWEST_TOLD = 5;

    private record Took(int number, long nanos) {}

    private final Rehearsal rehearsal;
    private final Mutations mutations;
    private final PrintWriter progress;
    private final List<String> findings = new ArrayList<>();
    private final AtomicInteger slow = new AtomicInteger();
    private final PriorityQueue<Took> slowest = new PriorityQueue<>(Comparator.comparingLong(Took::nanos));

    /** @param contents reads the mails' parts; the caller's to close */
    RehearsedFuzz(MessageContents contents, Path temporary, Mutations mutations, PrintWriter progress)
            throws IOException, ConfigurationException {
        Path conf = Path.of("..", "..", "conf");
        this.mutations = mutations;
        this.progress = progress;
        this.rehearsal = new Rehearsal(
                OrganizationFile.load(conf.resolve("organization.xml")),
                RehearsalPolicy.of(conf),
                LocalDate.of(2026, 11, 23),
                contents,
                Lessons.open(temporary.resolve("spam"), Clock.systemUTC()));
    }

    static MessageContents contents(Path temporary) {
        return MessageContents.of(VietnameseText.load(), temporary);
    }

    /** Returns one line for each mail that ended in an exception. */
    List<String> run(int mails) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> running = threads.invokeAll(IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        play(next, mails);
                        return null;
                    })
                    .toList());
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return findings;
    }

    /** What was measured; how long a mail takes depends on the machine, and is no finding. */
    synchronized String figures() {
        Runtime memory = Runtime.getRuntime();
        List<String> told = slowest.stream()
                .sorted(Comparator.comparingLong(Took::nanos).reversed())
                .map(took -> "%d (%.1f s)".formatted(took.number(), took.nanos() / 1e9))
                .toList();
        return "%d over 1 s, the slowest %s, heap %d MB"
                .formatted(slow.get(), String.join(", ", told), (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    private void play(AtomicInteger next, int mails) {
        for (int number = next.getAndIncrement(); number < mails; number = next.getAndIncrement()) {
            play(number);
            if ((number + 1) % BATCH == 0) {
                progress.printf("%d of %d mails, %s, %d findings%n", number + 1, mails, figures(), findings.size());
                progress.flush();
            }
        }
    }

    /** What takes long is tried again: another program may have had the processor. */
    private void play(int number) {
        long best = nanos(number);
        for (int again = 0; again < 2 && best > TimeUnit.SECONDS.toNanos(1); again++) {
            best = Math.min(best, nanos(number));
        }
        took(new Took(number, best));
    }

    private long nanos(int number) {
        long start = System.nanoTime();
        try {
            rehearsal.play(mutations.mail(number), number % 2 == 0 ? fromOutside() : fromLogin());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            find("fuzz" + number + ": " + e + at(e));
        }
        return System.nanoTime() - start;
    }

    private static String at(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    private synchronized void find(String finding) {
        findings.add(finding);
    }

    private synchronized void took(Took took) {
        if (took.nanos() > TimeUnit.SECONDS.toNanos(1)) {
            slow.incrementAndGet();
        }
        slowest.add(took);
        if (slowest.size() > SLOWEST_TOLD) {
            slowest.remove();
        }
    }

    private static Rehearsal.Envelope fromOutside() {
        return new Rehearsal.Envelope(
                Optional.empty(), Optional.of("fuzz@doitac.example"), List.of(address("chuyenvien2")));
    }

    private static Rehearsal.Envelope fromLogin() {
        return new Rehearsal.Envelope(
                Optional.of("chuyenvien1"), Optional.of(address("chuyenvien1")), List.of("fuzz@noikhac.example"));
    }
}
