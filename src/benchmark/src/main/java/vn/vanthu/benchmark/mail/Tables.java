package vn.vanthu.benchmark.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the figures are shown. */
final class Tables {

    private Tables() {}

    /** A server that has just started: seconds until it took mail, megabytes without any mail. */
    record Start(double seconds, double idleMegabytes) {}

    static Table starts(Map<Variant, Start> starts) {
        Table table = new Table("start, and memory without any mail", "", "start s", "idle MB");
        starts.forEach((variant, start) ->
                table.add(List.of(variant.title(), number(start.seconds(), 1), number(start.idleMegabytes(), 0))));
        return table;
    }

    /** Medians of the turns; the ratio is the median of the turns' ratios to the first variant. */
    static Table workload(Workload workload, Map<Variant, Figures> all) {
        Table table = new Table(
                workload.toString(),
                "",
                "mails/s",
                "ratio",
                "lowest..highest",
                "p50 ms",
                "p99 ms",
                "CPU ms/mail",
                "peak MB");
        Figures first = all.values().iterator().next();
        all.forEach((variant, figures) -> table.add(row(variant, figures, first)));
        return table;
    }

    private static List<String> row(Variant variant, Figures figures, Figures first) {
        List<Double> ratios = figures.throughputOver(first);
        List<String> row = new ArrayList<>(List.of(variant.title()));
        row.add(number(figures.throughput(), 1));
        row.add(number(Figures.percentile(ratios, 50), 2));
        row.add(number(Figures.percentile(ratios, 0), 2) + ".." + number(Figures.percentile(ratios, 100), 2));
        row.add(number(figures.latency(50), 1));
        row.add(number(figures.latency(99), 1));
        row.add(number(figures.cpuMillis(), 2));
        row.add(number(figures.peakMegabytes(), 0));
        return row;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
