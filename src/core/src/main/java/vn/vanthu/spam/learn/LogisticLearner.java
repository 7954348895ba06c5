package vn.vanthu.spam.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression on hashed tokens with a step size of its own for each (AdaGrad; Duchi, Hazan, Singer 2011). It learns
 * what the rules get wrong: their points are its starting value, so that few lessons already help. Not for several threads.
 */
final class LogisticLearner {

    /** How much a point of the rules says, as logarithm of the odds, and how many points say nothing. */
    static final double POINT = 0.5;

    private static final double NEUTRAL_POINTS = 2.5;
    private static final double STEP = 0.4;
    private static final double LEARNED = 1e-3;
    private static final int ROUNDS = 10;
    private static final int SHORT_MAIL = 400;

    private final float[] weights = new float[TokenSet.PLACES];
    private final float[] squares = new float[TokenSet.PLACES];
    private double bias;
    private double biasSquares;

    /** The vote, as logarithm of the odds; what the rules say is not in it. */
    double vote(int[] tokens) {
        double sum = 0;
        for (int token : tokens) {
            sum += weights[token];
        }
        return bias + sum * scale(tokens.length);
    }

    /** The same lessons give the same weights. */
    void learn(List<Lesson> lessons) {
        List<Lesson> shuffled = new ArrayList<>(lessons);
        Random random = new Random(847);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(this::learn);
        }
    }

    void learn(Lesson lesson) {
        double scale = scale(lesson.count());
        double odds = POINT * (lesson.points() - NEUTRAL_POINTS) + bias + scale * sum(lesson);
        double error = (lesson.kind() == Kind.SPAM ? 1 : 0) - 1 / (1 + Math.exp(-odds));
        if (Math.abs(error) < LEARNED) {
            return;
        }
        double gradient = error * scale;
        float square = (float) (gradient * gradient);
        lesson.forEach(token -> {
            squares[token] += square;
            weights[token] += (float) (STEP * gradient / Math.sqrt(squares[token] + 1e-6));
        });
        biasSquares += error * error;
        bias += STEP * error / Math.sqrt(biasSquares + 1);
    }

    private double sum(Lesson lesson) {
        double[] sum = new double[1];
        lesson.forEach(token -> sum[0] += weights[token]);
        return sum[0];
    }

    /** Long mails do not weigh more than short ones. */
    private static double scale(int tokens) {
        return 1 / Math.sqrt(Math.max(SHORT_MAIL, tokens));
    }
}
