package vn.vanthu.spam.learn;

/**
 * Robinson's token probabilities, combined by Fisher's method (Robinson 2003), as bogofilter does it, but compared as
 * logarithms: the plain method says 0 or 1 of most mails, and mails must be told apart. Not for several threads.
 */
final class FisherLearner {

    /** How much a token counts that was never seen, and what it says then. */
    private static final double DOUBT = 0.3;

    private static final double UNKNOWN = 0.5;

    /** Tokens that say less are left out. */
    private static final double LEAST_SAYING = 0.3;

    /** Numbers up to {@link Learner#MOST}. */
    private final char[] spam = new char[TokenSet.PLACES];

    private final char[] ham = new char[TokenSet.PLACES];
    private int spams;
    private int hams;

    void learn(Lesson lesson) {
        count(lesson, 1);
    }

    void forget(Lesson lesson) {
        count(lesson, -1);
    }

    private void count(Lesson lesson, int by) {
        char[] counts = lesson.kind() == Kind.SPAM ? spam : ham;
        lesson.forEach(token -> counts[token] += (char) by);
        spams += lesson.kind() == Kind.SPAM ? by : 0;
        hams += lesson.kind() == Kind.HAM ? by : 0;
    }

    /** Above zero for spam; grows with the number of tokens that agree. */
    double vote(int[] tokens) {
        int saying = 0;
        double evidence = 0;
        for (int token : tokens) {
            double probability = probability(token);
            if (Math.abs(probability - 0.5) >= LEAST_SAYING) {
                saying++;
                evidence += Math.log(probability / (1 - probability));
            }
        }
        return saying == 0 ? 0 : evidence / Math.sqrt(saying);
    }

    private double probability(int token) {
        int seen = spam[token] + ham[token];
        if (seen == 0) {
            return UNKNOWN;
        }
        double inSpam = (double) spam[token] / Math.max(1, spams);
        double inHam = (double) ham[token] / Math.max(1, hams);
        return (DOUBT * UNKNOWN + seen * inSpam / (inSpam + inHam)) / (DOUBT + seen);
    }
}
