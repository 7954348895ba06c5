package vn.vanthu.benchmark.spam;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
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

    /** One line of the table. */
    String line(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d / %d | %.2f %% | %.2f %% | %.2f %% | %.2f %% |",
                name,
                points(Kind.HAM).length,
                points(Kind.SPAM).length,
                100 * recallAt(0.001),
                100 * recallAt(0.01),
                100 * calledSpam(Kind.SPAM),
                100 * calledSpam(Kind.HAM));
    }
}
