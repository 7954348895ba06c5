package vn.vanthu.benchmark.register;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.Verification;

/** {@code src/benchmark/run register}: what the register can do, on each database. */
@Command(
        name = "src/benchmark/run register",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Measures the register on the embedded H2 and on a MariaDB that it starts itself, each with a fresh"
                    + " database.",
            "",
            "Writing: mails (4 durable rows each) and numbers of a book a second, by writers at once, while rows are"
                    + " sealed. Verifying what was written. Storage of a mail, seals and indexes included. Auditors'"
                    + " questions to registers of many mails: median and p95 in milliseconds.",
            ""
        })
public final class RegisterBenchmark implements Callable<Integer> {

    @Option(names = "--databases", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<TestedDatabase.Kind> databases = List.of(TestedDatabase.Kind.values());

    @Option(names = "--writers", split = ",", description = "writers at once")
    private List<Integer> writers = List.of(1, 4, 16);

    @Option(names = "--written", description = "mails written for each number of writers; a tenth as many numbers")
    private int written = 20_000;

    @Option(names = "--mails", split = ",", description = "sizes of the registers that are asked; 0 for none")
    private List<Integer> mails = List.of(1_000_000, 5_000_000);

    @Option(names = "--questions", description = "how often each question is asked")
    private int questions = 60;

    @Option(names = "--work", description = "an existing folder for the embedded database; else a temporary one")
    private @Nullable Path work;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new RegisterBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        print(
                "%s, %d processors, Java %s%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        for (TestedDatabase.Kind kind : databases) {
            inFolder(folder -> write(kind, folder));
        }
        for (int size : mails) {
            if (size > 0) {
                ask(size);
            }
        }
        return 0;
    }

    @FunctionalInterface
    private interface Part {
        void in(Path folder) throws Exception;
    }

    private void inFolder(Part part) throws Exception {
        Path parent = work == null ? Path.of(System.getProperty("java.io.tmpdir")) : work;
        Path folder = Files.createTempDirectory(parent, "vanthu-benchmark");
        try {
            part.in(folder);
        } finally {
            delete(folder);
        }
    }

    private void write(TestedDatabase.Kind kind, Path folder) throws Exception {
        print("%n| %s | mails/s | numbers/s |%n|---|---:|---:|%n", kind);
        try (TestedDatabase tested = TestedDatabase.create(kind, folder)) {
            try (RegisterDatabase database = tested.open()) {
                new Writing(database).mails("warm-up", written / 4, 4);
                new Writing(database).numbers("warm-up", written / 40, 4);
            }
            try (RegisterDatabase database = tested.open()) {
                Writing writing = new Writing(database);
                for (int count : writers) {
                    double mailsASecond = writing.mails("w" + count + "-", written, count);
                    double numbersASecond = writing.numbers("w" + count + "-", written / 10, count);
                    print("| %d writers | %.0f | %.0f |%n", count, mailsASecond, numbersASecond);
                }
            }
            verify(tested, (double) tested.bytes() / (writers.size() * written + written / 4));
        }
    }

    private void verify(TestedDatabase tested, double bytesAMail) throws Exception {
        long start = System.nanoTime();
        Verification verification = AuditAccess.verify(tested.settings(), "", rows -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!verification.findings().isEmpty()) {
            throw new IllegalStateException("the register is not as it was written: " + verification.findings());
        }
        print(
                "%nVerified: %.0f rows/s (%d rows). Storage: %.0f bytes a mail (with a tenth of a book entry).%n",
                verification.rows() / seconds, verification.rows(), bytesAMail);
    }

    private void ask(int size) throws Exception {
        Map<String, List<Timing>> times = new LinkedHashMap<>();
        for (TestedDatabase.Kind kind : databases) {
            inFolder(folder -> ask(kind, size, folder)
                    .forEach((question, time) -> times.computeIfAbsent(question, q -> new ArrayList<>())
                            .add(time)));
        }
        print("%n| %,d mails |", size);
        databases.forEach(kind -> print(" %s median | p95 ms |", kind));
        print("%n|---|%s%n", "---:|".repeat(2 * databases.size()));
        times.forEach((question, all) -> {
            print("| %s |", question);
            all.forEach(time -> print(" %.1f | %.1f |", time.median(), time.p95()));
            print("%n");
        });
    }

    private Map<String, Timing> ask(TestedDatabase.Kind kind, int size, Path folder) throws Exception {
        try (TestedDatabase tested = TestedDatabase.create(kind, folder)) {
            tested.open().close();
            long start = System.nanoTime();
            try (Connection admin = tested.asAdmin()) {
                new Filling(admin, size).run();
            }
            System.err.printf("%s: %,d mails made in %.0f s%n", kind, size, (System.nanoTime() - start) / 1e9);
            Map<String, Timing> times = new LinkedHashMap<>();
            try (AuditDatabase audit = AuditDatabase.open(tested.settings())) {
                times.putAll(new Questions(size, questions).measure(audit));
            }
            try (RegisterDatabase database = tested.open()) {
                database.seal();
                times.putAll(new Duties(database, folder.resolve("held"), size, questions).measure());
            }
            return times;
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
