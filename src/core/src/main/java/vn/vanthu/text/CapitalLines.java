package vn.vanthu.text;

/**
 * Finds the lines in which {@link Capitals} has something to put right, without decoding: those with a capital after
 * another letter. In all others it only counts letters whose case is lost, which is done here too. Immutable.
 */
final class CapitalLines {

    /** States: whether the byte before was a letter, and whether the next word begins a sentence. */
    private static final int IN_WORD = 1;

    private static final int SENTENCE_START = 2;

    /** What a step tells besides the next state. */
    private static final int LOST = 4;

    private static final int CAPITAL_IN_WORD = 8;

    /** The next state and what it tells, at {@code state << 8 | byte}. */
    private final byte[] steps = new byte[4 << 8];

    /**
     * The next line to look at; {@code from} and {@code to} are the end of the text when there is none.
     *
     * @param lostBefore letters whose case is lost in the lines that were passed over
     */
    record Line(int from, int to, int lostBefore) {}

    CapitalLines(CodeTable table) {
        for (int b = 0; b < 256; b++) {
            for (int state = 0; state < 4; state++) {
                steps[state << 8 | b] = (byte) step(state, table.letterOf(b));
            }
        }
    }

    private static int step(int state, char c) {
        if (!Character.isLetter(c)) {
            boolean ends = c == '.' || c == '!' || c == '?' || c == '\n';
            return ends ? SENTENCE_START : state & SENTENCE_START;
        }
        if (state == SENTENCE_START && Capitals.isCodeless(c)) {
            return IN_WORD | LOST;
        }
        boolean inWord = (state & IN_WORD) != 0;
        return inWord && Character.isUpperCase(c) ? IN_WORD | CAPITAL_IN_WORD : IN_WORD;
    }

    /** The next one at or after the start of a line. */
    Line next(byte[] text, int from) {
        int lost = 0;
        int lineLost = 0;
        int told = 0;
        int state = SENTENCE_START;
        int line = from;
        for (int at = from; at < text.length; at++) {
            int step = steps[state << 8 | text[at] & 0xFF];
            state = step & 3;
            told |= step;
            lineLost += step >> 2 & 1;
            if (text[at] == '\n') {
                if ((told & CAPITAL_IN_WORD) != 0) {
                    return new Line(line, at + 1, lost);
                }
                lost += lineLost;
                lineLost = 0;
                line = at + 1;
            }
        }
        boolean last = (told & CAPITAL_IN_WORD) != 0;
        return new Line(last ? line : text.length, text.length, last ? lost : lost + lineLost);
    }
}
