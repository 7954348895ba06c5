package vn.vanthu.benchmark.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was measured of one variant under one workload, turn by turn. */
final class Figures {

    private final List<Double> throughputs = new ArrayList<>();
    private final List<Double> cpus = new ArrayList<>();
    private final List<Double> latencies = new ArrayList<>();
    private double peakMegabytes;

    /**
     * One turn.
     *
     * @param perSecond mails a second from the first one sent to the last one arrived
     * @param cpuMillis CPU time of the server for one mail
     * @param peak megabytes
     */
    void addFullLoad(double perSecond, double cpuMillis, double peak) {
        throughputs.add(perSecond);
        cpus.add(cpuMillis);
        peakMegabytes = Math.max(peakMegabytes, peak);
    }

    /** One turn at a steady rate: from the end of DATA to the arrival, in milliseconds, of each mail. */
    void addSteadyLoad(double[] millis) {
        Arrays.stream(millis).forEach(latencies::add);
    }

    double throughput() {
        return percentile(throughputs, 50);
    }

    double cpuMillis() {
        return percentile(cpus, 50);
    }

    double latency(int percentile) {
        return percentile(latencies, percentile);
    }

    double peakMegabytes() {
        return peakMegabytes;
    }

    /** This throughput over the other's, turn by turn, so that what both suffered from at the time falls out. */
    List<Double> throughputOver(Figures other) {
        return IntStream.range(0, throughputs.size())
                .mapToObj(turn -> throughputs.get(turn) / other.throughputs.get(turn))
                .toList();
    }

    /** The smallest value that so many percent do not exceed; 0 when there is none. */
    static double percentile(List<Double> values, int percent) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
