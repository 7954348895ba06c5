package vn.vanthu.acceptance.campaign;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code src/acceptance/campaign}. */
@Command(
        name = "src/acceptance/campaign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        subcommands = FuzzCommand.class,
        description = {
            "The fault campaign: mixed mail flows through a real gateway on a real MariaDB while one fault after the"
                    + " other strikes; after each every promise is counted. At the end the office dies and goes on from a"
                    + " copy that was made at the start. Exit code 1 when a promise was broken.",
            ""
        })
final class CampaignCommand implements Callable<Integer> {

    private static final int STEPS_A_ROUND = 12;

    @Option(names = "--minutes", description = "how long; each fault strikes at least once")
    private int minutes = 60;

    @Option(names = "--seed", description = "of what is random; the clock and the machine are not")
    private long seed = 1;

    @Option(names = "--faults", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Fault> faults = List.of(Fault.values());

    @Option(names = "--report", description = "also writes the table as Markdown")
    private @Nullable Path report;

    private CampaignCommand() {}

    public static void main(String[] arguments) {
        int exit = new CommandLine(new CampaignCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(Fuzz.screen())
                .execute(arguments);
        System.exit(exit);
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("vanthu-campaign");
        PrintWriter out = Fuzz.screen();
        try (World world = World.open(folder, STEPS_A_ROUND)) {
            RestoredCopy copy = RestoredCopy.make(world, seed);
            Map<String, Count> counts = new LinkedHashMap<>();
            Campaign campaign = new Campaign(world, seed, out);
            try {
                campaign.run(possible(out), Duration.ofMinutes(minutes));
            } finally {
                campaign.counts().forEach((fault, count) -> counts.put(fault.title(), count));
                write(out, counts, world);
            }
            counts.put(RestoredCopy.TITLE, copy.restore(seed));
            write(out, counts, world);
            return counts.values().stream().allMatch(Count::isClean) ? 0 : 1;
        }
    }

    private List<Fault> possible(PrintWriter out) throws IOException {
        List<Fault> possible = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.isPossible()) {
                possible.add(fault);
            } else {
                out.println("not run, its Debian package is not installed: " + fault.title());
            }
        }
        return possible;
    }

    /** Twice: what an hour showed is not lost when its end fails. */
    private void write(PrintWriter out, Map<String, Count> counts, World world) throws IOException {
        String table = Table.of(counts, world.stepsHit());
        out.println(table);
        if (report != null) {
            String title = "# The fault campaign, " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", seed " + seed;
            Files.writeString(report, title + "\n\n" + table);
        }
    }
}
