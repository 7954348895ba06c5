package vn.vanthu.text;

import java.util.Arrays;

/** The likeliest course of the two states, Vietnamese and foreign, through the words of a text (Viterbi). */
final class Path {

    /** A word that is the same in both states. */
    static final byte PLAIN = 0;
    /** A word that changes to a syllable. */
    static final byte SYLLABLE = 1;
    /** Something that changes to no syllable. */
    static final byte ODD = 2;

    /** Vietnamese from the first word on. */
    private static final float START = 3;
    /** Vietnamese after foreign words, and the other way round: dear, as few texts change their language often. */
    private static final float CHANGE = 8;

    private int[] position;
    private float[] gain;
    private byte[] kind;
    private int size;

    Path(int textLength) {
        int capacity = textLength / 4 + 8;
        position = new int[capacity];
        gain = new float[capacity];
        kind = new byte[capacity];
    }

    void add(int at, float wordGain, byte wordKind) {
        if (size == position.length) {
            position = Arrays.copyOf(position, size * 2);
            gain = Arrays.copyOf(gain, size * 2);
            kind = Arrays.copyOf(kind, size * 2);
        }
        position[size] = at;
        gain[size] = wordGain;
        kind[size++] = wordKind;
    }

    /** Chooses the states and sums up what they say. */
    Reading finish(Encoding encoding, Decoded decoded) {
        boolean[] vietnamese = new boolean[size];
        float total = choose(vietnamese);
        float evidence = 0;
        int syllables = 0;
        int odd = 0;
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (kind[i] == PLAIN) {
                continue;
            }
            if (vietnamese[i]) {
                evidence += gain[i];
                syllables += kind[i] == SYLLABLE ? 1 : 0;
                odd += kind[i] == ODD ? 1 : 0;
            } else {
                left++;
            }
        }
        return new Reading(encoding, total, evidence, syllables, odd, left, decoded, mask(vietnamese, decoded.length));
    }

    private float choose(boolean[] vietnamese) {
        boolean[] entered = new boolean[size];
        boolean[] left = new boolean[size];
        float foreign = 0;
        float inside = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float enter = foreign - (i == 0 ? START : CHANGE);
            float leave = inside - CHANGE;
            entered[i] = enter > inside;
            left[i] = leave > foreign;
            foreign = Math.max(foreign, leave);
            inside = Math.max(inside, enter) + gain[i];
        }
        boolean state = inside > foreign;
        for (int i = size - 1; i >= 0; i--) {
            vietnamese[i] = state;
            state = state ? !entered[i] : left[i];
        }
        return Math.max(inside, foreign);
    }

    /** A character between two words goes with the word before it; what stands before the first word, with that. */
    private boolean[] mask(boolean[] vietnamese, int length) {
        boolean[] mask = new boolean[length];
        for (int i = 0; i < size; i++) {
            int from = i == 0 ? 0 : position[i];
            int to = i + 1 == size ? length : position[i + 1];
            Arrays.fill(mask, from, to, vietnamese[i]);
        }
        return mask;
    }
}
