package vn.vanthu.spam.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Two learners and their lessons. It has no vote until it has enough lessons of both kinds; then its vote is capped, so that
 * no lesson can outweigh every rule. Safe for many threads.
 */
public final class Learner {

    /** So many lessons of each kind before it votes. */
    public static final int ENOUGH = 30;

    /** The newest lessons count, so many of them and so much, so that the filter needs no more than 64 MB. */
    public static final int MOST = 40_000;

    private static final int MOST_BYTES = 24_000_000;

    private static final double MOST_LOGISTIC = 8;
    private static final double MOST_FISHER = 0.75;
    private static final double FISHER_SHARE = 0.05;
    /** So many lessons of the rarer kind are half believed. */
    private static final double HALF_BELIEVED = 50;
    /** Points for the sender: few lessons err more, and good mail must not suffer from it. */
    private static final double CAUTION = 0.5;

    private static final double CAUTION_WITH_FEW = 3;
    /** After a tenth more lessons everything is learned anew: better than step by step. */
    private static final double GROWTH = 1.1;

    private final Map<String, Lesson> lessons = new LinkedHashMap<>();
    private volatile LogisticLearner logistic = new LogisticLearner();
    private volatile FisherLearner fisher = new FisherLearner();
    private volatile Counts counts = new Counts(0, 0);
    private int hams;
    private long bytes;
    private int learnedAnew;

    /** How many lessons of each kind it has. */
    public record Counts(int ham, int spam) {

        public boolean isEnough() {
            return ham >= ENOUGH && spam >= ENOUGH;
        }

        private double belief() {
            int rarer = Math.min(ham, spam);
            return rarer / (rarer + HALF_BELIEVED);
        }
    }

    /**
     * The points that what was learned adds to the rules'; empty while there are too few lessons. Mail is scored while it
     * learns: it then gets what was known before, or a part more.
     *
     * @param tokens as {@link Tokens} gives them
     */
    public Optional<Double> vote(int[] tokens) {
        Counts known = counts;
        if (!known.isEnough()) {
            return Optional.empty();
        }
        double belief = known.belief();
        double odds = belief * capped(logistic.vote(tokens), MOST_LOGISTIC)
                + capped(FISHER_SHARE * fisher.vote(tokens), MOST_FISHER);
        return Optional.of(odds / LogisticLearner.POINT - CAUTION - CAUTION_WITH_FEW * (1 - belief));
    }

    /** Nears the cap but never reaches it: what is more certain always has more. */
    private static double capped(double value, double cap) {
        return cap * Math.tanh(value / cap);
    }

    public Counts counts() {
        return counts;
    }

    public synchronized boolean has(String key) {
        return lessons.containsKey(key);
    }

    public synchronized List<Lesson> lessons() {
        return List.copyOf(lessons.values());
    }

    /** Learns one lesson, in the place of an earlier one with its key. */
    public synchronized void learn(Lesson lesson) {
        put(lesson);
        logistic.learn(lesson);
        counts = new Counts(hams, lessons.size() - hams);
        if (lessons.size() > learnedAnew * GROWTH) {
            learnAnew();
        }
    }

    /** Learns many lessons at once. */
    public synchronized void learn(Collection<Lesson> many) {
        many.forEach(this::put);
        learnAnew();
    }

    /** Forgets lessons as if they had never been taught. */
    public synchronized void forget(Predicate<Lesson> which) {
        List<Lesson> wrong = lessons.values().stream().filter(which).toList();
        wrong.forEach(lesson -> remove(lesson.key()));
        if (!wrong.isEmpty()) {
            learnAnew();
        }
    }

    private void put(Lesson lesson) {
        remove(lesson.key());
        lessons.put(lesson.key(), lesson);
        fisher.learn(lesson);
        hams += lesson.kind() == Kind.HAM ? 1 : 0;
        bytes += lesson.bytes();
        while (lessons.size() > MOST || bytes > MOST_BYTES) {
            remove(lessons.keySet().iterator().next());
        }
    }

    private void remove(String key) {
        Optional.ofNullable(lessons.remove(key)).ifPresent(lesson -> {
            fisher.forget(lesson);
            hams -= lesson.kind() == Kind.HAM ? 1 : 0;
            bytes -= lesson.bytes();
        });
    }

    private void learnAnew() {
        LogisticLearner next = new LogisticLearner();
        next.learn(new ArrayList<>(lessons.values()));
        logistic = next;
        counts = new Counts(hams, lessons.size() - hams);
        learnedAnew = lessons.size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        lessons.clear();
        hams = 0;
        bytes = 0;
        fisher = new FisherLearner();
        learnAnew();
    }
}
