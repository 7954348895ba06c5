package vn.vanthu.text;

/**
 * Finds the stretches of a text in which {@link Capitals} has something to put right, without decoding: words in capitals
 * with a doubtful one (of capitals and toned letters only) among or beside them. Elsewhere it counts the letters whose
 * case is lost, which is all that is done there. Immutable.
 */
final class CapitalStretches {

    private static final int LETTER = 1;
    private static final int CAPITAL = 2;
    private static final int CODELESS = 4;
    private static final int SMALL = 8;
    /** After it a sentence begins. */
    private static final int SENTENCE_END = 16;

    private final byte[] kinds = new byte[256];

    /**
     * The next stretch; {@code from} and {@code to} are the end of the text when there is none.
     *
     * @param beginsSentence whether its first word does
     * @param lostBefore letters whose case is lost in what was passed over
     */
    record Stretch(int from, int to, boolean beginsSentence, int lostBefore) {}

    CapitalStretches(CodeTable table) {
        for (int b = 0; b < 256; b++) {
            kinds[b] = (byte) kind(table.letterOf(b));
        }
    }

    private static int kind(char c) {
        if (!Character.isLetter(c)) {
            return c == '.' || c == '!' || c == '?' || c == '\n' ? SENTENCE_END : 0;
        }
        return LETTER | (Capitals.isCodeless(c) ? CODELESS : Character.isUpperCase(c) ? CAPITAL : SMALL);
    }

    /** The next one from the start of the text, or the end of the stretch before. */
    Stretch next(byte[] text, int from) {
        int lost = 0;
        int quietUntil = from;
        int at = from;
        if (at == 0 || text[at - 1] == '\n') {
            at = nextWord(text, at);
            lost += lostAt(text, at);
        }
        int before = 0;
        while (at < text.length) {
            int kind = kinds[text[at] & 0xFF];
            // A capital after a letter, or the end of a sentence; both are rare.
            if ((kind & (SENTENCE_END | (before & LETTER) << 1)) == 0) {
                before = kind;
                at++;
            } else if (kind == SENTENCE_END) {
                at = nextWord(text, at);
                lost += lostAt(text, at);
                before = 0;
            } else {
                if (at >= quietUntil) {
                    int start = wordBefore(text, at, from);
                    quietUntil = end(text, wordEnd(text, at));
                    if (hasDoubtfulWord(text, start, quietUntil)) {
                        int counted = lostBetween(text, start, at);
                        return new Stretch(start, quietUntil, beginsSentence(text, start), lost - counted);
                    }
                }
                before = kind;
                at++;
            }
        }
        return new Stretch(text.length, text.length, false, lost);
    }

    private boolean is(byte[] text, int at, int kind) {
        return (kinds[text[at] & 0xFF] & kind) != 0;
    }

    private int nextWord(byte[] text, int from) {
        int at = from;
        while (at < text.length && !is(text, at, LETTER)) {
            at++;
        }
        return at;
    }

    private int wordEnd(byte[] text, int from) {
        int at = from;
        while (at < text.length && is(text, at, LETTER)) {
            at++;
        }
        return at;
    }

    private int lostAt(byte[] text, int at) {
        return at < text.length && is(text, at, CODELESS) ? 1 : 0;
    }

    /** The start of the word before the one here: what follows it may tell that it is in capitals. */
    private int wordBefore(byte[] text, int here, int least) {
        int at = here;
        for (int words = 0; words < 2; words++) {
            while (at > least && !is(text, at - 1, LETTER)) {
                at--;
            }
            while (at > least && is(text, at - 1, LETTER)) {
                at--;
            }
        }
        return at;
    }

    /** After the line, or after the first word from here on that has small letters: it tells nothing to the next. */
    private int end(byte[] text, int from) {
        int at = from;
        while (at < text.length) {
            if (text[at] == '\n') {
                return at + 1;
            }
            int end = wordEnd(text, at);
            if (has(text, at, end, SMALL)) {
                return end;
            }
            at = Math.max(end, at + 1);
        }
        return at;
    }

    private boolean has(byte[] text, int from, int to, int kind) {
        for (int at = from; at < to; at++) {
            if (is(text, at, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDoubtfulWord(byte[] text, int from, int to) {
        for (int at = nextWord(text, from); at < to; ) {
            int end = wordEnd(text, at);
            if (has(text, at, end, CODELESS) && !has(text, at, end, SMALL)) {
                return true;
            }
            at = nextWord(text, end);
        }
        return false;
    }

    private boolean beginsSentence(byte[] text, int word) {
        for (int at = word - 1; at >= 0; at--) {
            if (is(text, at, LETTER | SENTENCE_END)) {
                return is(text, at, SENTENCE_END);
            }
        }
        return true;
    }

    /** What was counted already of the words that begin there. */
    private int lostBetween(byte[] text, int from, int to) {
        int lost = 0;
        for (int at = nextWord(text, from); at < to; at = nextWord(text, wordEnd(text, at))) {
            lost += beginsSentence(text, at) ? lostAt(text, at) : 0;
        }
        return lost;
    }
}
