package vn.vanthu.benchmark.spam;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import vn.vanthu.benchmark.spam.Corpus.Halves;
import vn.vanthu.benchmark.spam.Corpus.Sample;
import vn.vanthu.benchmark.spam.Judged.Mark;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.learn.Learner;
import vn.vanthu.spam.learn.Lesson;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/**
 * The spam filter by itself on a corpus of known mail: no DNS, no address book.
 *
 * <pre>src/benchmark/run spam FOLDER</pre>
 *
 * FOLDER holds {@code SOURCE/ham} and {@code SOURCE/spam}, one message a file. Figures are the means over three
 * ways to halve each folder at random: one half teaches, the other is measured. A recall "at 0.1 %" is the
 * share of spam above the points that one ham in a thousand exceeds; "called" is what the default action does (5 points).
 */
public final class SpamBenchmark {

    private static final int[] CURVE = {0, 30, 100, 200, 250, 500, 1000, Integer.MAX_VALUE};
    private static final int HALVES = 3;

    private final VietnameseText engine;
    private final long engineBytes;
    private final Corpus corpus;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SpamBenchmark(Corpus corpus) {
        this.corpus = corpus;
        long before = used();
        this.engine = VietnameseText.load();
        this.engineBytes = used() - before;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("src/benchmark/run spam FOLDER, with FOLDER/SOURCE/ham/* and FOLDER/SOURCE/spam/*");
            System.exit(2);
        }
        new SpamBenchmark(Corpus.read(Path.of(arguments[0]))).run();
    }

    private void run() throws IOException {
        out.println(
                "| taught (ham + spam) | unseen ham / spam | at 0.1 % | at 1 % | spam called spam | ham called spam |");
        out.println("|---|---|---|---|---|---|");
        SpamFilter filter = untaught();
        for (int count : CURVE) {
            List<Judged> all = new ArrayList<>();
            for (int seed = 1; seed <= HALVES; seed++) {
                Halves halves = corpus.halves(seed);
                filter = untaught();
                teach(filter, halves.lessons(count));
                all.add(judge(filter, halves.unseen()));
            }
            out.println(Judged.line(
                    filter.lessons().counts().ham() + " + "
                            + filter.lessons().counts().spam(),
                    all));
            if (count == 0 || count == Integer.MAX_VALUE) {
                bySource(all);
            }
        }
        speed(filter, corpus.halves(HALVES).unseen());
        heap();
    }

    private SpamFilter untaught() throws IOException {
        Path folder = Files.createTempDirectory("spam-benchmark");
        folder.toFile().deleteOnExit();
        return new SpamFilter(engine, Lessons.open(folder.resolve("spam"), Clock.systemUTC()));
    }

    private static void teach(SpamFilter filter, List<Sample> samples) throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        for (Sample sample : samples) {
            byte[] message = sample.message();
            lessons.add(filter.lesson(message, SpamFilter.keyOf(message), sample.kind(), "benchmark", Instant.EPOCH));
        }
        filter.lessons().learn(lessons);
    }

    private static Judged judge(SpamFilter filter, List<Sample> unseen) {
        List<Mark> marks = new ArrayList<>();
        for (Sample sample : unseen) {
            marks.add(new Mark(
                    sample.source(),
                    sample.kind(),
                    filter.score(sample.message()).points()));
        }
        return new Judged(marks);
    }

    private void bySource(List<Judged> all) {
        TreeSet<String> sources = new TreeSet<>();
        corpus.folders().forEach(folder -> folder.forEach(sample -> sources.add(sample.source())));
        for (String source : sources) {
            out.println(Judged.line(
                    "- " + source,
                    all.stream()
                            .map(judged -> judged.only(mark -> mark.source().equals(source)))
                            .toList()));
        }
    }

    /** Time of this thread's processor, so that other programs do not count. */
    private void speed(SpamFilter filter, List<Sample> samples) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] best = null;
        for (int round = 0; round < 3; round++) {
            long[] nanos = new long[samples.size()];
            for (int i = 0; i < nanos.length; i++) {
                long start = threads.getCurrentThreadCpuTime();
                filter.score(samples.get(i).message());
                nanos[i] = threads.getCurrentThreadCpuTime() - start;
            }
            if (best == null || Arrays.stream(nanos).sum() < Arrays.stream(best).sum()) {
                best = nanos;
            }
        }
        if (best == null) {
            return;
        }
        double seconds = Arrays.stream(best).sum() / 1e9;
        Arrays.sort(best);
        out.printf(
                Locale.ROOT,
                "%nOne core: %.0f messages/s, half within %.2f ms, 99 of 100 within %.2f ms%n",
                best.length / seconds,
                best[best.length / 2] / 1e6,
                best[best.length * 99 / 100] / 1e6);
    }

    /** As many lessons as it ever keeps: the corpus, taught again under other keys. */
    private void heap() throws IOException {
        long before = used();
        SpamFilter filter = untaught();
        List<Sample> samples = corpus.folders().stream().flatMap(List::stream).toList();
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < Learner.MOST; i++) {
            Sample sample = samples.get(i % samples.size());
            lessons.add(filter.lesson(sample.message(), String.valueOf(i), sample.kind(), "benchmark", Instant.EPOCH));
        }
        filter.lessons().learn(lessons);
        lessons.clear();
        long used = used() - before + engineBytes;
        out.printf(
                Locale.ROOT,
                "Heap with %d lessons, the text engine included: %.0f MB%n",
                filter.lessons().counts().ham() + filter.lessons().counts().spam(),
                used / 1e6);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
