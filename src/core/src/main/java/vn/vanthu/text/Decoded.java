package vn.vanthu.text;

import java.util.Arrays;

/** A text decoded in some way, with the place in the source where each character came from. */
final class Decoded {

    /** The logarithm of the probability of a word of one letter, such as Ý or Ở. */
    private static final float COMMON_WORD = -8;

    final char[] text;
    /** Where each character starts in the source; one more than there are characters. */
    final int[] start;

    final int length;

    private Decoded(char[] text, int[] start, int length) {
        this.text = text;
        this.start = start;
        this.length = length;
    }

    static Decoded of(char[] units, CodeTable table) {
        Builder decoded = new Builder(units.length);
        for (int at = 0; at < units.length; ) {
            int step = table.decodeAt(units, at, units.length);
            decoded.addComposing((char) step, at);
            at += step >>> 16;
        }
        return decoded.build(units.length);
    }

    /** This decoding of what another one decoded, with the places of that one's source. */
    Decoded over(Decoded inner) {
        int[] places = new int[start.length];
        for (int i = 0; i <= length; i++) {
            places[i] = inner.start[start[i]];
        }
        return new Decoded(text, places, length);
    }

    /** True when these characters are not what stands there now. */
    boolean differs(int from, int to, char[] original) {
        if (to - from != start[to] - start[from]) {
            return true;
        }
        for (int at = from; at < to; at++) {
            if (original[start[at]] != text[at]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Puts back the ASCII symbols that are letters in an encoding but make no word here: "{@code 1 ~ 2}" is no Ấ.
     *
     * @param units the source
     */
    void keepSymbols(char[] units, Syllables syllables) {
        for (int at = 0; at < length; ) {
            int end = at;
            boolean symbols = false;
            while (end < length && Character.isLetter(text[end])) {
                symbols |= isSymbol(units[start[end]]);
                end++;
            }
            if (symbols && !isWord(at, end, syllables)) {
                for (int i = at; i < end; i++) {
                    text[i] = isSymbol(units[start[i]]) ? units[start[i]] : text[i];
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isSymbol(char unit) {
        return unit < 0x80 && !Character.isLetter(unit);
    }

    private boolean isWord(int from, int to, Syllables syllables) {
        if (to - from == 1) {
            boolean beforeWord = to + 1 < length && text[to] == ' ' && Character.isLowerCase(text[to + 1]);
            return beforeWord && syllables.logProbability(text, from, to) > COMMON_WORD;
        }
        boolean capitals = true;
        for (int at = from; at < to; at++) {
            capitals &= Character.isUpperCase(text[at]);
        }
        return capitals || syllables.logProbability(text, from, to) != Syllables.IMPOSSIBLE;
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }

    /** Collects characters. */
    static final class Builder {
        private char[] text;
        private int[] start;
        private int length;

        Builder(int capacity) {
            text = new char[capacity + 1];
            start = new int[capacity + 2];
        }

        void add(char c, int from) {
            if (length == text.length) {
                text = Arrays.copyOf(text, length * 2);
                start = Arrays.copyOf(start, length * 2 + 1);
            }
            text[length] = c;
            start[length++] = from;
        }

        /** Adds a character, or puts it as a tone on the letter before it. */
        void addComposing(char c, int from) {
            int tone = c < 0x300 || c > 0x341 || length == 0 ? Alphabet.LEVEL : Alphabet.toneOfMark(c);
            char toned = tone == Alphabet.LEVEL || Alphabet.tone(text[length - 1]) != Alphabet.LEVEL
                    ? 0
                    : Alphabet.withTone(text[length - 1], tone);
            if (toned == 0) {
                add(c, from);
            } else {
                text[length - 1] = toned;
            }
        }

        int length() {
            return length;
        }

        /** The characters from an index on, and one more. */
        char[] tail(int from, char last) {
            char[] tail = Arrays.copyOfRange(text, from, length + 1);
            tail[length - from] = last;
            return tail;
        }

        Decoded build(int sourceLength) {
            start[length] = sourceLength;
            return new Decoded(text, start, length);
        }
    }
}
