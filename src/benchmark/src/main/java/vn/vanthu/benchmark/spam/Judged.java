package vn.vanthu.benchmark.spam;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.learn.Kind;

/** Messages with the points that they got. */
record Judged(List<Mark> marks) {

    /** One message. */
    record Mark(String source, Kind kind, double points) {}

    Judged only(Predicate<Mark> which) {
        return new Judged(marks.stream().filter(which).toList());
    }

    private double[] points(Kind kind) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .mapToDouble(Mark::points)
                .sorted()
                .toArray();
    }

    /** The share of spam above the threshold that so many of the ham are above. */
    double recallAt(double falsePositives) {
        double[] ham = points(Kind.HAM);
        int wrong = (int) Math.floor(ham.length * falsePositives);
        double threshold = ham.length == 0 ? SpamScore.SPAM_FROM : ham[ham.length - 1 - wrong];
        return share(points(Kind.SPAM), threshold, false);
    }

    /** The share of a kind that is called spam. */
    double calledSpam(Kind kind) {
        return share(points(kind), SpamScore.SPAM_FROM, true);
    }

    private static double share(double[] points, double threshold, boolean inclusive) {
        int above = 0;
        for (double each : points) {
            above += each > threshold || inclusive && each == threshold ? 1 : 0;
        }
        return points.length == 0 ? 0 : (double) above / points.length;
    }

    /** One line of the table: the means over all halves. */
    static String line(String name, List<Judged> all) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f / %.0f | %.1f %% | %.1f %% | %.1f %% | %.2f %% |",
                name,
                mean(all, judged -> judged.points(Kind.HAM).length),
                mean(all, judged -> judged.points(Kind.SPAM).length),
                mean(all, judged -> 100 * judged.recallAt(0.001)),
                mean(all, judged -> 100 * judged.recallAt(0.01)),
                mean(all, judged -> 100 * judged.calledSpam(Kind.SPAM)),
                mean(all, judged -> 100 * judged.calledSpam(Kind.HAM)));
    }

    private static double mean(List<Judged> all, ToDoubleFunction<Judged> value) {
        return all.stream().mapToDouble(value).average().orElse(0);
    }
}
