package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** One workload on every variant, in turns. */
final class Experiment {

    /**
     * How much is sent.
     *
     * @param mails a turn, at full load
     * @param warmup before the first turn
     * @param steadyMails a turn, at the steady rate
     * @param steadyRate mails a second
     */
    record Amounts(int mails, int warmup, int steadyMails, int steadyRate, int turns, int connections) {}

    private final Workload workload;
    private final Amounts amounts;
    private final SmtpSink sink;

    Experiment(Workload workload, Amounts amounts, SmtpSink sink) {
        this.workload = workload;
        this.amounts = amounts;
        this.sink = sink;
    }

    /** Warms every server up, then A B A B ...: a machine drifts, and both must feel it. */
    Map<Variant, Figures> run(Map<Variant, MailServer> servers) throws IOException, InterruptedException {
        Map<Variant, Figures> figures = new LinkedHashMap<>();
        for (Map.Entry<Variant, MailServer> entry : servers.entrySet()) {
            figures.put(entry.getKey(), new Figures());
            if (amounts.warmup() > 0) {
                fullLoad(entry.getValue(), amounts.warmup(), new Figures());
            }
        }
        for (int turn = 0; turn < amounts.turns(); turn++) {
            for (Map.Entry<Variant, MailServer> entry : servers.entrySet()) {
                Figures mine = figures.getOrDefault(entry.getKey(), new Figures());
                fullLoad(entry.getValue(), amounts.mails(), mine);
                steadyLoad(entry.getValue(), mine);
            }
        }
        return figures;
    }

    private void fullLoad(MailServer server, int wanted, Figures figures) throws IOException, InterruptedException {
        int count = workload.size().limit(wanted);
        try (Destination destination = destination(server, count);
                PeakMemory peak = PeakMemory.of(server)) {
            LoadGenerator.Sent sent = generator(server).send(destination, count, 0);
            long last = 1;
            for (long arrival : destination.arrivals()) {
                last = Math.max(last, arrival - sent.start());
            }
            double cpuMillis = server.processes().cpu().minus(sent.cpu()).toNanos() / 1e6 / count;
            figures.addFullLoad(count * 1e9 / last, cpuMillis, peak.megabytes());
        }
    }

    private void steadyLoad(MailServer server, Figures figures) throws IOException, InterruptedException {
        int count = amounts.steadyMails();
        try (Destination destination = destination(server, count)) {
            LoadGenerator.Sent sent = generator(server).send(destination, count, amounts.steadyRate());
            long[] arrivals = destination.arrivals();
            figures.addSteadyLoad(IntStream.range(0, count)
                    .mapToDouble(number -> (arrivals[number] - sent.ends()[number]) / 1e6)
                    .toArray());
        }
    }

    private LoadGenerator generator(MailServer server) {
        return new LoadGenerator(server, workload, amounts.connections());
    }

    private Destination destination(MailServer server, int count) throws IOException {
        return workload.way() == Workload.Way.LOCAL ? Inboxes.watch(server, count) : sink.expect(count);
    }
}
