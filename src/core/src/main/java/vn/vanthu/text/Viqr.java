package vn.vanthu.text;

import java.util.Optional;

/**
 * VIQR (RFC 1456, section 4): marks typed after the letter, {@code Vie^.t Nam}; also {@code *} for the horn.
 *
 * <p>A full stop, question mark or apostrophe at the end of a word may be its tone or punctuation. RFC 1456 asks for a
 * backslash before punctuation, few writers obey: the frequency of the two readings decides.
 */
final class Viqr {

    private static final String TONES = "\0`?~'.";
    private static final String ACCENTED_BY_SHAPE = "âêôăơư";

    /** How much rarer the mark is as punctuation after a word than no mark at all; logarithms. */
    private static final float STOP = -2.5f;

    private static final float OTHER_PUNCTUATION = -5;
    /** For a capital or the end of the text after the mark. */
    private static final float SENTENCE_END = 3;

    private final Syllables syllables;

    Viqr(Syllables syllables) {
        this.syllables = syllables;
    }

    /** The text with its marks put on the letters; empty when there are none. */
    Optional<Decoded> decode(char[] text) {
        Decoded.Builder decoded = new Decoded.Builder(text.length);
        boolean found = false;
        int wordStart = 0;
        for (int at = 0; at < text.length; ) {
            if (isEscape(text, at)) {
                decoded.add(text[at + 1], at);
                at += 2;
                wordStart = decoded.length();
                continue;
            }
            char letter = shaped(text, at);
            int end = at + (letter == text[at] ? 1 : 2);
            int tone = end < text.length && isVowel(letter) ? TONES.indexOf(text[end]) : -1;
            if (tone > 0 && isTone(decoded, wordStart, letter, tone, text, end)) {
                letter = Alphabet.withTone(letter, tone);
                end++;
            }
            found |= letter != text[at];
            decoded.add(letter, at);
            at = end;
            if (Alphabet.base(letter) == 0) {
                wordStart = decoded.length();
            }
        }
        return found ? Optional.of(decoded.build(text.length)) : Optional.empty();
    }

    private static boolean isEscape(char[] text, int at) {
        return text[at] == '\\' && at + 1 < text.length && "`?~'.^(+*\\dD".indexOf(text[at + 1]) >= 0;
    }

    private static boolean isVowel(char letter) {
        return Alphabet.withTone(letter, 1) != 0;
    }

    /** The letter here with the shape that follows it: {@code a^} is â, {@code dd} is đ. */
    private static char shaped(char[] text, int at) {
        char letter = text[at];
        if (at + 1 >= text.length) {
            return letter;
        }
        char lower = Character.toLowerCase(letter);
        char shaped =
                switch (text[at + 1]) {
                    case '^' -> lower == 'a' ? 'â' : lower == 'e' ? 'ê' : lower == 'o' ? 'ô' : 0;
                    case '(' -> lower == 'a' ? 'ă' : 0;
                    case '+', '*' -> lower == 'o' ? 'ơ' : lower == 'u' ? 'ư' : 0;
                    case 'd', 'D' -> lower == 'd' ? 'đ' : 0;
                    default -> 0;
                };
        if (shaped == 0 || letter == 'd' && text[at + 1] == 'D') {
            return letter;
        }
        return Character.isUpperCase(letter) ? Character.toUpperCase(shaped) : shaped;
    }

    /** Whether the mark at {@code mark} is the tone of the letter before it, rather than punctuation. */
    private boolean isTone(Decoded.Builder decoded, int wordStart, char letter, int tone, char[] text, int mark) {
        int next = mark + 1;
        if (next < text.length && Alphabet.base(text[next]) != 0) {
            return true;
        }
        char[] word = decoded.tail(wordStart, letter);
        float level = syllables.logProbability(word, 0, word.length);
        word[word.length - 1] = Alphabet.withTone(letter, tone);
        float toned = syllables.logProbability(word, 0, word.length);
        if (text[mark] == '`' || text[mark] == '~' || toned == Syllables.IMPOSSIBLE) {
            return toned != Syllables.IMPOSSIBLE || ACCENTED_BY_SHAPE.indexOf(Character.toLowerCase(letter)) >= 0;
        }
        float punctuation = text[mark] == '.' ? STOP : OTHER_PUNCTUATION;
        return toned >= level + punctuation + (endsSentence(text, next) ? SENTENCE_END : 0);
    }

    private static boolean endsSentence(char[] text, int at) {
        int next = at;
        while (next < text.length && (text[next] <= ' ' || text[next] == '"' || text[next] == '\'')) {
            next++;
        }
        return next == text.length || next > at && Character.isUpperCase(text[next]);
    }
}
