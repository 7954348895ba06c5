package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code src/benchmark/run}: the gateway and others, measured in turns. */
@Command(
        name = "src/benchmark/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Measures the gateway, the same James without our mailets and SMTP handlers, and Postfix with a spam filter,"
                    + " in turns, on 127.0.0.1.",
            "",
            "Full load gives mails/s (from the first one sent to the last one arrived), CPU and peak memory, of"
                    + " all processes of a server; a steady rate gives the latency from the end of DATA to the arrival. Shown are medians of"
                    + " the turns; the ratio is that to the first variant, turn by turn. VANTHU_JAVA_OPTS is used as by"
                    + " ./vanthu.",
            ""
        })
public final class MailBenchmark implements Callable<Integer> {

    @Option(names = "--messages", description = "mails a turn at full load; fewer when they are large (150 MB a turn)")
    private int messages = 2000;

    @Option(names = "--warmup", description = "mails before the first turn of each workload, limited likewise")
    private int warmup = 3000;

    @Option(names = "--turns", description = "turns of each variant")
    private int turns = 5;

    @Option(names = "--connections", description = "SMTP connections at once")
    private int connections = 16;

    @Option(
            names = "--sizes",
            split = ",",
            converter = SizeConverter.class,
            description = "sizes of the mails: 4KB, 5MB (above 16 KB most of it a PDF with a text), 10KB-pdf")
    private List<Workload.Size> sizes = List.of(new Workload.Size(4_000, false), new Workload.Size(500_000, false));

    @Option(names = "--ways", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Workload.Way> ways = List.of(Workload.Way.values());

    @Option(
            names = "--variants",
            split = ",",
            description =
                    "${COMPLETION-CANDIDATES}; LOGGING is the register alone, GATEWAY is SIGNING without DKIM. The"
                            + " POSTFIX ones are what an office would install instead; they need root and Debian's packages"
                            + " postfix, rspamd, spamd and spamc, take only relayed mail, over plain SMTP, without DNS; spamc"
                            + " does not look at mails above 500 KB")
    private List<Variant> variants = List.of(Variant.PLAIN, Variant.LOGGING, Variant.GATEWAY);

    @Option(names = "--steady", description = "mails a turn at the steady rate")
    private int steady = 100;

    @Option(names = "--rate", description = "the steady rate, mails a second")
    private int rate = 20;

    @Option(
            names = "--register-mails",
            description = "mails that the gateways' registers hold before the start, 4 rows each; PLAIN keeps none")
    private int registerMails;

    @Option(names = "--conf", description = "the configuration to measure")
    private Path conf = Path.of(System.getProperty("vanthu.home", "."), "conf");

    @Option(
            names = "--work",
            description = "an existing folder for the servers' data, which is kept; else a temporary one")
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
                .setParameterExceptionHandler(MailBenchmark::tell)
                .setOut(out)
                .execute(arguments);
    }

    /** One line; who wants all options asks for them. */
    private static int tell(CommandLine.ParameterException problem, String[] arguments) {
        problem.getCommandLine().getErr().println(problem.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path parent = work == null ? Path.of(System.getProperty("java.io.tmpdir")) : work;
        Optional<String> obstacle = DebianProgram.obstacle(variants, parent);
        if (obstacle.isPresent()) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), obstacle.get());
        }
        Path folder = Files.createTempDirectory(parent, "vanthu-benchmark");
        try (SmtpSink sink = SmtpSink.start();
                Servers servers = new Servers(folder, conf, sink.hostAndPort(), registerMails)) {
            begin();
            show(Tables.starts(servers.start(variants)));
            for (Workload workload : workloads()) {
                Map<Variant, MailServer> taking = servers.taking(workload.way());
                show(Tables.workload(workload, new Experiment(workload, amounts(), sink).run(taking)));
            }
        } finally {
            if (work == null) {
                delete(folder);
            }
        }
        return 0;
    }

    private List<Workload> workloads() {
        return sizes.stream()
                .flatMap(size -> ways.stream()
                        .filter(way -> variants.stream().anyMatch(variant -> variant.takes(way)))
                        .map(way -> new Workload(way, size)))
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
