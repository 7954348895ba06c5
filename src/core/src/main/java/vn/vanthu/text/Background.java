package vn.vanthu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How likely a run of units is in text that is not legacy Vietnamese: other languages in their usual encodings.
 *
 * <p>A trigram model over classes of units. No probability goes below a floor, so that a language that was never seen
 * does not look impossible. Immutable.
 */
final class Background {

    private static final String PUNCTUATION = "^(+`'?~.*\\/-&#;";
    private static final int BREAK = 0;
    private static final int DIGIT = 1;
    private static final int FIRST_PUNCTUATION = 2;
    private static final int OTHER = FIRST_PUNCTUATION + PUNCTUATION.length();
    private static final int FIRST_LETTER = OTHER + 1;
    private static final int FIRST_HIGH = FIRST_LETTER + 26;
    private static final int CLASSES = FIRST_HIGH + 128;
    /** Costs are kept in eighths. */
    private static final float SCALE = 8;

    private static final int RARE = (int) (6 * SCALE);

    private static final byte[] CLASS_OF = classes();

    private final byte[] costs;

    private Background(byte[] costs) {
        this.costs = costs;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int unit = 0; unit < 256; unit++) {
            classes[unit] = (byte) classOf((char) unit);
        }
        return classes;
    }

    private static int classOf(char unit) {
        if (unit <= ' ') {
            return BREAK;
        }
        if (unit >= 0x80) {
            return FIRST_HIGH + unit - 0x80;
        }
        if (unit >= '0' && unit <= '9') {
            return DIGIT;
        }
        char lower = Character.toLowerCase(unit);
        if (lower >= 'a' && lower <= 'z') {
            return FIRST_LETTER + lower - 'a';
        }
        int at = PUNCTUATION.indexOf(unit);
        return at < 0 ? OTHER : FIRST_PUNCTUATION + at;
    }

    private static int classAt(char[] units, int at) {
        return at < 0 || at >= units.length || units[at] > 0xFF ? BREAK : CLASS_OF[units[at]] & 0xFF;
    }

    /** The logarithm of the probability of these units where they stand. Characters beyond the bytes are rare ones. */
    float logProbability(char[] units, int from, int to) {
        int cost = 0;
        int before = classAt(units, from - 2);
        int last = classAt(units, from - 1);
        for (int at = from; at < to; at++) {
            int now = classAt(units, at);
            cost += isRare(units[at]) ? RARE : costs[(before * CLASSES + last) * CLASSES + now] & 0xFF;
            before = last;
            last = now;
        }
        return -cost / SCALE;
    }

    /** A character beyond the bytes, or a control that no text has: a letter in some encodings. */
    private static boolean isRare(char unit) {
        return unit > 0xFF || unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t';
    }

    static Background read(InputStream in) throws IOException {
        try (GZIPInputStream unzipped = new GZIPInputStream(in)) {
            byte[] costs = unzipped.readAllBytes();
            if (costs.length != CLASSES * CLASSES * CLASSES) {
                throw new IOException("the background model has " + costs.length + " values");
            }
            return new Background(costs);
        }
    }

    void write(OutputStream out) throws IOException {
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(costs);
        }
    }

    /** Counts trigrams and makes the model (Witten-Bell smoothing). */
    static final class Counter {
        /** Share of the even distribution in every probability: the floor. */
        private static final double EVEN = 0.1;

        private final int[] counts = new int[CLASSES * CLASSES * CLASSES];

        void add(char[] units) {
            for (int at = 0; at <= units.length; at++) {
                counts[(classAt(units, at - 2) * CLASSES + classAt(units, at - 1)) * CLASSES + classAt(units, at)]++;
            }
        }

        Background build() {
            double[] single = smooth(new double[] {1.0 / CLASSES}, sumOver(sumOver(counts)));
            double[] pairs = smooth(single, sumOver(counts));
            double[] triples = smooth(pairs, counts);
            byte[] costs = new byte[counts.length];
            for (int i = 0; i < costs.length; i++) {
                double p = EVEN / CLASSES + (1 - EVEN) * triples[i];
                costs[i] = (byte) Math.min(255, Math.round(-Math.log(p) * SCALE));
            }
            return new Background(costs);
        }

        /** Drops the first of the classes. */
        private static int[] sumOver(int[] counts) {
            int[] sums = new int[counts.length / CLASSES];
            for (int i = 0; i < counts.length; i++) {
                sums[i % sums.length] += counts[i];
            }
            return sums;
        }

        /** Probability of the last class in each context; where little was counted, that of the shorter context. */
        private static double[] smooth(double[] shorter, int[] counts) {
            double[] probability = new double[counts.length];
            for (int context = 0; context < counts.length; context += CLASSES) {
                int[] row = Arrays.copyOfRange(counts, context, context + CLASSES);
                double total = Arrays.stream(row).sum();
                double kinds = Arrays.stream(row).filter(count -> count > 0).count();
                double own = total == 0 ? 0 : total / (total + kinds);
                for (int i = 0; i < CLASSES; i++) {
                    double rest = shorter[(context + i) % shorter.length];
                    probability[context + i] = (total == 0 ? 0 : own * row[i] / total) + (1 - own) * rest;
                }
            }
            return probability;
        }
    }
}
