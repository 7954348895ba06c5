package vn.vanthu.text;

/**
 * The capitals that TCVN3 and Vietware F have no codes for.
 *
 * <p>Their toned letters are small; a font whose name ends in H draws them as capitals. Without the font the letters
 * around tell: in "CéNG HßA" read as "CộNG HòA" no small letter can be meant. A capital that only began a word ("ủy ban"
 * at the head of a sentence) cannot be known: it is counted as lost.
 */
final class Capitals {

    /**
     * A text with its capitals put right.
     *
     * @param lost toned letters whose case is inferred or may be wrong
     */
    record Restored(String text, int lost) {}

    private final char[] text;
    private int lost;

    private Capitals(String text) {
        this.text = text.toCharArray();
    }

    /** Whether an encoding has no codes for capitals with tones. */
    static boolean areMissingIn(Encoding encoding) {
        return encoding == Encoding.TCVN3 || encoding == Encoding.VIETWARE_F;
    }

    static Restored restore(Encoding encoding, String text) {
        return areMissingIn(encoding) ? restore(text) : new Restored(text, 0);
    }

    static Restored restore(String text) {
        return restore(text, true);
    }

    static Restored restore(String text, boolean beginsSentence) {
        Capitals capitals = new Capitals(text);
        boolean shouting = false;
        boolean sentenceStart = beginsSentence;
        for (int at = 0; at < capitals.text.length; ) {
            int end = capitals.wordEnd(at);
            if (end == at) {
                char c = capitals.text[at];
                sentenceStart |= c == '.' || c == '!' || c == '?' || c == '\n';
                shouting &= c != '\n';
                at++;
                continue;
            }
            shouting = capitals.word(at, end, shouting, sentenceStart);
            sentenceStart = false;
            at = end;
        }
        return new Restored(new String(capitals.text), capitals.lost);
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length && Character.isLetter(text[end])) {
            end++;
        }
        return end;
    }

    /** Puts one word right; true when it is in capitals, so that a doubtful one after it is too. */
    private boolean word(int from, int to, boolean shouting, boolean sentenceStart) {
        int capitals = 0;
        int small = 0;
        int codeless = 0;
        int capitalsAfterFirst = 0;
        for (int at = from; at < to; at++) {
            if (isCodeless(text[at])) {
                codeless++;
            } else if (Character.isUpperCase(text[at])) {
                capitals++;
                capitalsAfterFirst += at > from ? 1 : 0;
            } else {
                small++;
            }
        }
        boolean inCapitals = small == 0
                && (codeless == 0
                        ? capitals > 1
                        : capitalsAfterFirst > 0 || !nextIsSmall(to) && (shouting || nextShouts(to, sentenceStart)));
        if (codeless > 0 && inCapitals) {
            lost += codeless;
            for (int at = from; at < to; at++) {
                text[at] = Character.toUpperCase(text[at]);
            }
        } else if (sentenceStart && isCodeless(text[from])) {
            lost++;
        }
        return inCapitals || codeless == 0 && small == 0 && shouting;
    }

    /**
     * Whether the next word of the line is in capitals and has more than one. Within a sentence it may be an abbreviation
     * ("ở ĐBSCL"), unless it has a letter without a code itself.
     */
    private boolean nextShouts(int from, boolean sentenceStart) {
        int at = from;
        while (at < text.length && text[at] != '\n' && !Character.isLetter(text[at])) {
            at++;
        }
        int end = wordEnd(at);
        int capitals = 0;
        boolean codeless = false;
        for (int i = at; i < end; i++) {
            if (!isCodeless(text[i]) && !Character.isUpperCase(text[i])) {
                return false;
            }
            codeless |= isCodeless(text[i]);
            capitals += i > at && Character.isUpperCase(text[i]) ? 1 : 0;
        }
        return capitals > 0 && (sentenceStart || codeless);
    }

    private boolean nextIsSmall(int from) {
        int at = from;
        while (at < text.length && text[at] != '\n' && !Character.isLetter(text[at])) {
            at++;
        }
        for (int i = at; i < wordEnd(at); i++) {
            if (!isCodeless(text[i]) && Character.isLowerCase(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** A small letter with a tone. */
    static boolean isCodeless(char c) {
        return Alphabet.tone(c) != Alphabet.LEVEL && Character.isLowerCase(c);
    }
}
