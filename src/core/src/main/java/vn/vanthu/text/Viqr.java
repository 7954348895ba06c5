package vn.vanthu.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * VIQR (RFC 1456, section 4): marks typed after the letter, {@code Vie^.t Nam}; also {@code *} for the horn.
 *
 * <p>A full stop, question mark or apostrophe at the end of a word may be its tone or punctuation. RFC 1456 asks for a
 * backslash before punctuation, few writers obey: the frequency of the two readings decides.
 */
final class Viqr {

    private static final String TONES = "\0`?~'.";
    /** Vowels at the end of a word that have their tone on the second. */
    private static final Set<String> OPEN_PAIRS = Set.of("oa", "oe", "uy", "uê", "uơ");

    private final Syllables syllables;

    Viqr(Syllables syllables) {
        this.syllables = syllables;
    }

    /** The text with its marks put on the letters; empty when there are none. */
    Optional<Decoded> decode(char[] text) {
        Decoded.Builder decoded = new Decoded.Builder(text.length);
        boolean escaped = hasEscapes(text);
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
            if (tone > 0 && isTone(decoded, wordStart, letter, tone, text, end, escaped)) {
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
    private boolean isTone(
            Decoded.Builder decoded, int wordStart, char letter, int tone, char[] text, int mark, boolean escaped) {
        char toned = Alphabet.withTone(letter, tone);
        int next = mark + 1;
        if (next < text.length && Alphabet.base(text[next]) != 0) {
            return isPossible(decoded.tail(wordStart, toned), text, next);
        }
        char[] word = decoded.tail(wordStart, letter);
        float level = syllables.logProbability(word, 0, word.length);
        word[word.length - 1] = toned;
        float withTone = mayEndIn(word) ? syllables.logProbability(word, 0, word.length) : Syllables.IMPOSSIBLE;
        if (escaped || text[mark] == '`' || text[mark] == '~') {
            return withTone != Syllables.IMPOSSIBLE;
        }
        return withTone != Syllables.IMPOSSIBLE && withTone >= level + punctuation(text, mark);
    }

    /** Whether a word can go on so after its tone; marks on later letters are left to themselves. */
    private boolean isPossible(char[] word, char[] text, int from) {
        int end = from;
        while (end < text.length && Alphabet.base(text[end]) != 0) {
            end++;
        }
        char[] whole = Arrays.copyOf(word, word.length + end - from);
        System.arraycopy(text, from, whole, word.length, end - from);
        return syllables.logProbability(whole, 0, whole.length) != Syllables.IMPOSSIBLE;
    }

    /** The tone stands on the first vowel of "ai", "ao", "ưa" ..., so a mark after the second is none. */
    private static boolean mayEndIn(char[] word) {
        if (word.length < 2 || !isVowel(Character.toLowerCase(word[word.length - 2]))) {
            return true;
        }
        String end = Syllables.untoned(new String(word));
        return end.startsWith("qu") || end.startsWith("gi") || OPEN_PAIRS.contains(end.substring(end.length() - 2));
    }

    /** How much likelier the mark is as punctuation than no mark at all; a logarithm. */
    private static float punctuation(char[] text, int mark) {
        boolean end = endsSentence(text, mark + 1);
        return switch (text[mark]) {
            case '.' -> end ? 3 : -2.5f;
            case '?' -> end ? -3 : -6;
            default -> -7;
        };
    }

    /** A writer who escapes his punctuation means every other mark as a tone. */
    private static boolean hasEscapes(char[] text) {
        int escapes = 0;
        for (int at = 0; at + 1 < text.length; at++) {
            escapes += text[at] == '\\' && ".?'".indexOf(text[at + 1]) >= 0 ? 1 : 0;
        }
        return escapes > 0;
    }

    private static boolean endsSentence(char[] text, int at) {
        int next = at;
        while (next < text.length - 1 && (text[next] <= ' ' || text[next] == '"' || text[next] == '\'')) {
            next++;
        }
        return next > at && next < text.length && Character.isUpperCase(text[next]);
    }
}
