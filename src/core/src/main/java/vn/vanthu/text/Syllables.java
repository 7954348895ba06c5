package vn.vanthu.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How likely a word is as a syllable of written Vietnamese.
 *
 * <p>Vietnamese is written in syllables of onset, rime and tone. Counted syllables get their frequency; those that
 * spelling allows but no text showed get what their onset and their rime with tone suggest; all others none. The place
 * of the tone mark ("hoà", "hòa") makes no difference. Immutable.
 */
final class Syllables {

    /** Not a Vietnamese syllable. */
    static final float IMPOSSIBLE = Float.NEGATIVE_INFINITY;

    private static final int MAX_LETTERS = 8;
    /** Share of running text left to syllables that were never counted. */
    private static final double UNSEEN = 0.02;

    /** Weight of a rime and tone that no text showed. */
    private static final double NEVER_SEEN = 0.3;

    private final long[] keys;
    private final float[] logProbability;

    private Syllables(Map<Long, Double> probability) {
        int capacity = Integer.highestOneBit(probability.size() * 3) * 2;
        keys = new long[capacity];
        logProbability = new float[capacity];
        probability.forEach((key, p) -> {
            int slot = slot(key);
            keys[slot] = key;
            logProbability[slot] = (float) Math.log(p);
        });
    }

    /** Makes the model from counted syllables. */
    static Syllables of(Map<String, Integer> counts) {
        Map<Long, Double> probability = new HashMap<>();
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Double> onsets = new HashMap<>();
        Map<String, Double> rimes = new HashMap<>();
        counts.forEach((syllable, count) -> {
            int cut = Spelling.onsetLength(untoned(syllable));
            onsets.merge(syllable.substring(0, cut), Math.sqrt(count), Double::sum);
            rimes.merge(syllable.substring(cut), Math.sqrt(count), Double::sum);
        });
        Spelling.tonedRimes().forEach(rime -> rimes.merge(rime, NEVER_SEEN, Double::sum));
        double onsetTotal = sum(onsets.values());
        double rimeTotal = sum(rimes.values());
        Map<String, List<Map.Entry<String, Double>>> tonedOf =
                rimes.entrySet().stream().collect(Collectors.groupingBy(rime -> untoned(rime.getKey())));
        onsets.forEach((onset, o) -> tonedOf.forEach((plain, toned) -> {
            if (Spelling.isSyllable(onset + plain)) {
                toned.forEach(rime -> probability.merge(
                        key(onset + rime.getKey()),
                        UNSEEN * o / onsetTotal * rime.getValue() / rimeTotal,
                        Double::sum));
            }
        }));
        counts.forEach(
                (syllable, count) -> probability.merge(key(syllable), (1 - UNSEEN) * count / total, Double::sum));
        probability.remove(0L);
        return new Syllables(probability);
    }

    private static double sum(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The letters without their tone, lower case. */
    static String untoned(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (char c : word.toCharArray()) {
            int base = Alphabet.base(c);
            plain.append(base == 0 ? c : Alphabet.letterOf(base));
        }
        return plain.toString();
    }

    /** The logarithm of the probability of a word in Vietnamese text, in any case; {@link #IMPOSSIBLE} for others. */
    float logProbability(char[] text, int from, int to) {
        long key = key(text, from, to);
        if (key == 0) {
            return IMPOSSIBLE;
        }
        int slot = slot(key);
        return keys[slot] == key ? logProbability[slot] : IMPOSSIBLE;
    }

    static long key(String word) {
        return key(word.toCharArray(), 0, word.length());
    }

    /** Six bits a letter and the tone; 0 when there are foreign letters, two tones, capitals after small
     * letters or more than eight letters. */
    private static long key(char[] text, int from, int to) {
        if (to - from > MAX_LETTERS || to == from) {
            return 0;
        }
        long letters = 0;
        int tone = Alphabet.LEVEL;
        boolean afterSmall = false;
        for (int i = from; i < to; i++) {
            int base = Alphabet.base(text[i]);
            int own = Alphabet.tone(text[i]);
            boolean capital = Alphabet.isCapital(text[i]);
            if (base == 0 || own != Alphabet.LEVEL && tone != Alphabet.LEVEL || capital && afterSmall) {
                return 0;
            }
            // TCVN3 writes "CộNG": a small letter with a tone may be meant as a capital.
            afterSmall = !capital && own == Alphabet.LEVEL;
            tone |= own;
            letters = letters << 6 | base;
        }
        return letters << 3 | tone;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    @Override
    public String toString() {
        return Arrays.stream(keys).filter(key -> key != 0).count() + " syllables";
    }
}
