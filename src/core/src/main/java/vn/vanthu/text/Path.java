package vn.vanthu.text;

import java.util.Arrays;

/** The likeliest course of the two states, Vietnamese and foreign, through the words of a text (Viterbi). */
final class Path {

    /** What a word is in the Vietnamese state. */
    enum Kind {
        /** stays the same, and is a syllable */
        PLAIN_SYLLABLE,
        /** stays the same, and is one with marks */
        ACCENTED_SYLLABLE,
        /** stays the same, and is none */
        PLAIN_FOREIGN,
        /** changes to a syllable */
        SYLLABLE,
        /** changes to a syllable with a capital: may be a name in any language's text */
        CAPITALIZED_SYLLABLE,
        /** changes to a syllable that the same bytes give in windows-1252 too: proves little */
        WESTERN_SYLLABLE,
        /** changes to capitals that may be an abbreviation */
        ABBREVIATION,
        /** changes to no syllable */
        ODD;

        boolean isSyllable() {
            return this == PLAIN_SYLLABLE
                    || this == ACCENTED_SYLLABLE
                    || changes() && this != ABBREVIATION && this != ODD;
        }

        /** How much a word speaks for a text, rather than a few names. */
        int weight() {
            return switch (this) {
                case SYLLABLE, WESTERN_SYLLABLE -> 2;
                case PLAIN_SYLLABLE, ACCENTED_SYLLABLE, CAPITALIZED_SYLLABLE -> 1;
                case ABBREVIATION -> 0;
                case PLAIN_FOREIGN, ODD -> -1;
            };
        }

        /** Whether it changes to a syllable which windows-1252 does not show. */
        boolean isTelling() {
            return this == SYLLABLE || this == CAPITALIZED_SYLLABLE;
        }

        boolean changes() {
            return this != PLAIN_SYLLABLE && this != ACCENTED_SYLLABLE && this != PLAIN_FOREIGN;
        }
    }

    /** Vietnamese from the first word on. */
    private static final float START = 3;
    /** Vietnamese after foreign words, and the other way round: dear, as few texts change their language often. */
    private static final float CHANGE = 8;

    /** No other language's text is written with combining marks or references, but a name here and there. */
    private static final float CHANGE_OF_FORM = 3.5f;

    /** Among foreign text, a stretch that weighs less is names ("Trần Hưng Đạo"). */
    private static final int LEAST_WEIGHT_AMONG_FOREIGN = 7;

    /** So much evidence no chance gives to a few words of another language. */
    private static final float NO_CHANCE = 14;

    /** The same where it is written in a form that Vietnamese alone has ("ng&#244;i"). */
    private static final float NO_CHANCE_IN_FORM = 6;

    /** A text is in one encoding throughout when so many of its words, to an odd one, are Vietnamese in it. */
    private static final int TELLING_TO_ODD = 2;

    /** So many foreign words to a Vietnamese one may stand in a text with a word that proves it: terms and names. */
    private static final int FOREIGN_BESIDE_PROVEN = 3;

    private int[] position;
    private float[] gain;
    private Kind[] kind;
    private int size;
    private int proofs;
    private final boolean clearForm;

    /**
     * A course through a text.
     *
     * @param clearForm whether what would change is in a form that no chance gives, such as combining marks
     */
    Path(int textLength, boolean clearForm) {
        this.clearForm = clearForm;
        int capacity = textLength / 4 + 8;
        position = new int[capacity];
        gain = new float[capacity];
        kind = new Kind[capacity];
    }

    void add(int at, float wordGain, Kind wordKind) {
        if (size == position.length) {
            position = Arrays.copyOf(position, size * 2);
            gain = Arrays.copyOf(gain, size * 2);
            kind = Arrays.copyOf(kind, size * 2);
        }
        position[size] = at;
        gain[size] = wordGain;
        kind[size++] = wordKind;
    }

    /** Notes that the last word is one that nothing but this reading explains. */
    void prove() {
        proofs++;
    }

    /** Chooses the states and sums up what they say. */
    Reading finish(Encoding encoding, Decoded decoded) {
        boolean[] vietnamese = new boolean[size];
        boolean form = isRareForm(encoding);
        float total = choose(vietnamese, form ? CHANGE_OF_FORM : CHANGE);
        boolean proven = isProven();
        if (proven || isMostlyVietnamese(vietnamese)) {
            Arrays.fill(vietnamese, true);
        } else {
            dropNames(vietnamese);
            widen(vietnamese);
            spread(vietnamese, form);
        }
        float evidence = 0;
        int left = 0;
        int[] inside = new int[Kind.values().length];
        for (int i = 0; i < size; i++) {
            if (vietnamese[i]) {
                inside[kind[i].ordinal()]++;
                evidence += kind[i].changes() ? gain[i] : 0;
            } else {
                left += kind[i].changes() ? 1 : 0;
            }
        }
        return new Reading(encoding, total, evidence, inside, left, proven, decoded, mask(vietnamese, decoded.length));
    }

    private static boolean isRareForm(Encoding encoding) {
        return switch (encoding) {
            case UTF8_NFD, UTF8_HALF_COMPOSED, NCR -> true;
            default -> false;
        };
    }

    private float choose(boolean[] vietnamese, float change) {
        boolean[] entered = new boolean[size];
        boolean[] left = new boolean[size];
        float foreign = 0;
        float inside = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float enter = foreign - (i == 0 ? START : change);
            float leave = inside - change;
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

    /** A proof is enough where the rest is not plainly another language. */
    private boolean isProven() {
        int foreign = 0;
        int syllables = 0;
        for (int i = 0; i < size; i++) {
            foreign += kind[i] == Kind.PLAIN_FOREIGN ? 1 : 0;
            syllables += kind[i].isSyllable() ? 1 : 0;
        }
        return proofs > 0 && foreign <= FOREIGN_BESIDE_PROVEN * syllables;
    }

    /** A Vietnamese text with foreign names and terms is read as one; their letters are in its encoding too. */
    private boolean isMostlyVietnamese(boolean[] vietnamese) {
        int surplus = 0;
        int odd = 0;
        for (int i = 0; i < size; i++) {
            surplus += vietnamese[i] && kind[i].isSyllable() ? 1 : kind[i] == Kind.ABBREVIATION ? 0 : -1;
            odd += kind[i] == Kind.ODD ? 1 : 0;
        }
        return surplus > 4 * odd;
    }

    /** Leaves as they are the Vietnamese stretches that are too short to be more than names. */
    private void dropNames(boolean[] vietnamese) {
        int odd = oddWords();
        for (int from = 0; from < size; ) {
            int to = from;
            Sum stretch = new Sum();
            while (to < size && vietnamese[to] == vietnamese[from]) {
                stretch.add(kind[to], gain[to]);
                to++;
            }
            if (vietnamese[from] && to - from < size && mayBeNames(stretch, odd)) {
                Arrays.fill(vietnamese, from, to, false);
            }
            from = to;
        }
    }

    private boolean mayBeNames(Sum stretch, int odd) {
        boolean chance =
                clearForm ? stretch.evidence < NO_CHANCE_IN_FORM : stretch.telling < 2 || stretch.isChanceBeside(odd);
        return chance && stretch.weight < LEAST_WEIGHT_AMONG_FOREIGN;
    }

    private int oddWords() {
        int odd = 0;
        for (int i = 0; i < size; i++) {
            odd += kind[i] == Kind.ODD ? 1 : 0;
        }
        return odd;
    }

    /** What some words say together. */
    private static final class Sum {
        private int weight;
        private int telling;
        private float evidence;

        void add(Kind kind, float gain) {
            weight += kind.weight();
            telling += kind.isTelling() ? 1 : 0;
            evidence += kind.changes() ? gain : 0;
        }

        boolean isChanceBeside(int odd) {
            return evidence < NO_CHANCE || telling <= TELLING_TO_ODD * odd;
        }
    }

    /** A stretch takes in the syllables beside it that would change too, rare as they may be. */
    private void widen(boolean[] vietnamese) {
        for (int i = 1; i < size; i++) {
            vietnamese[i] |= vietnamese[i - 1] && kind[i].changes() && kind[i].isSyllable();
        }
        for (int i = size - 2; i >= 0; i--) {
            vietnamese[i] |= vietnamese[i + 1] && kind[i].changes() && kind[i].isSyllable();
        }
    }

    /** Where there is plainly Vietnamese in an encoding, the other words that it can write are in it too. */
    private void spread(boolean[] vietnamese, boolean form) {
        Sum inside = new Sum();
        boolean some = false;
        for (int i = 0; i < size; i++) {
            if (vietnamese[i]) {
                inside.add(kind[i], gain[i]);
                some = true;
            }
        }
        boolean plainly = form && some || !inside.isChanceBeside(oddWords());
        for (int i = 0; plainly && i < size; i++) {
            vietnamese[i] |= kind[i].changes();
        }
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
