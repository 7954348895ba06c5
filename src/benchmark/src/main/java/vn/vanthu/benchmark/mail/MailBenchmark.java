package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** {@code src/benchmark/run}: the gateway and the same James without our mailets, measured in turns. */
@Command(
        name = "src/benchmark/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Measures the gateway and the same James without our mailets and SMTP handlers, in turns, on 127.0.0.1.",
            "",
            "Full load gives mails/s (from the first one sent to the last one arrived), CPU and peak memory (up to"
                    + " then); a steady rate gives the latency from the end of DATA to the arrival. Shown are medians of"
                    + " the turns; the ratio is that to the first variant, turn by turn. VANTHU_JAVA_OPTS is used as by"
                    + " ./vanthu.",
            ""
        })
public final class MailBenchmark implements Callable<Integer> {

    private static final long IDLE_MS = 2_000;

    @Option(names = "--messages", description = "mails a turn at full load; fewer when they are large (150 MB a turn)")
    private int messages = 2000;

    @Option(names = "--warmup", description = "mails before the first turn of each workload, limited likewise")
    private int warmup = 3000;

    @Option(names = "--turns", description = "turns of each variant")
    private int turns = 5;

    @Option(names = "--connections", description = "SMTP connections at once")
    private int connections = 16;

    @Option(names = "--sizes", split = ",", converter = SizeConverter.class, description = "sizes of the mails")
    private List<Workload.Size> sizes = List.of(new Workload.Size(4_000), new Workload.Size(500_000));

    @Option(names = "--ways", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Workload.Way> ways = List.of(Workload.Way.values());

    @Option(
            names = "--variants",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; LOGGING is the register alone, GATEWAY is SIGNING without DKIM")
    private List<Variant> variants = List.of(Variant.PLAIN, Variant.LOGGING, Variant.GATEWAY);

    @Option(names = "--steady", description = "mails a turn at the steady rate")
    private int steady = 100;

    @Option(names = "--rate", description = "the steady rate, mails a second")
    private int rate = 20;

    @Option(names = "--conf", description = "the configuration to measure")
    private Path conf = Path.of(System.getProperty("vanthu.home", "."), "conf");

    @Option(
            names = "--work",
            description = "an existing folder for the gateways' data, which is kept; else a temporary one")
    private @Nullable Path work;

    @Option(names = "--report", description = "also writes the tables as Markdown")
    private @Nullable Path report;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new MailBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path parent = work == null ? Path.of(System.getProperty("java.io.tmpdir")) : work;
        Path folder = Files.createTempDirectory(parent, "vanthu-benchmark");
        Map<Variant, GatewayProcess> gateways = new LinkedHashMap<>();
        try (SmtpSink sink = SmtpSink.start()) {
            begin();
            show(Tables.starts(start(gateways, folder, sink)));
            for (Workload workload : workloads()) {
                show(Tables.workload(workload, new Experiment(workload, amounts(), sink).run(gateways)));
            }
        } finally {
            for (GatewayProcess gateway : gateways.values()) {
                gateway.close();
            }
            if (work == null) {
                delete(folder);
            }
        }
        return 0;
    }

    /** One after the other, so that each has the machine for itself while it starts. */
    private Map<Variant, Tables.Start> start(Map<Variant, GatewayProcess> gateways, Path folder, SmtpSink sink)
            throws IOException, InterruptedException {
        Map<Variant, Tables.Start> starts = new LinkedHashMap<>();
        Configurations configurations = new Configurations(conf, sink.hostAndPort());
        for (Variant variant : variants) {
            Path own = folder.resolve(variant.name().toLowerCase(Locale.ROOT));
            configurations.make(variant, own.resolve("conf"));
            GatewayProcess gateway =
                    GatewayProcess.start(variant, own.resolve("conf"), own.resolve("data"), sink.hostAndPort());
            gateways.put(variant, gateway);
            Thread.sleep(IDLE_MS);
            starts.put(variant, new Tables.Start(gateway.startTime().toMillis() / 1000.0, gateway.residentMegabytes()));
        }
        return starts;
    }

    private List<Workload> workloads() {
        return sizes.stream()
                .flatMap(size -> ways.stream().map(way -> new Workload(way, size)))
                .toList();
    }

    private Experiment.Amounts amounts() {
        return new Experiment.Amounts(messages, warmup, steady, rate, turns, connections);
    }

    private void begin() throws IOException {
        Runtime machine = Runtime.getRuntime();
        String about = Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", " + machine.availableProcessors()
                + " processors, Java " + Runtime.version() + ", " + amounts();
        out().println(about + "\n");
        if (report != null) {
            Files.writeString(report, "# What the pipeline costs\n\n" + about + "\n");
        }
    }

    private void show(Table table) throws IOException {
        out().println(table.text());
        if (report != null) {
            Files.writeString(report, "\n" + table.markdown(), StandardOpenOption.APPEND);
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static final class SizeConverter implements CommandLine.ITypeConverter<Workload.Size> {

        @Override
        public Workload.Size convert(String text) {
            try {
                return Workload.Size.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }
}
