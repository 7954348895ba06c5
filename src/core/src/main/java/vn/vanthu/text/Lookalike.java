package vn.vanthu.text;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text as the eye reads it, so that it can be compared with a name that somebody may imitate. Letters of other scripts that
 * look like Latin ones (UTS 39), full-width and mathematical letters, invisible characters, marks and case do not count.
 */
public final class Lookalike {

    /** What takes no room on the screen, or turns the direction of writing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164\\uFFA0\\u17B4\\u17B5\\u2800\\uFE00-\\uFE0F]");

    private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BARRED_D = Pattern.compile("[đĐðÐɖƉɗƊ]");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private Lookalike() {}

    /** What single characters become, as far as they were asked for: every line of every mail is. */
    private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(0x3000);

    /** Latin letters without marks, in lower case: "Sở Ngоại\u200B Vụ" with a Cyrillic о is "so ngoai vu". */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= KNOWN.length()) {
                return looked(text);
            }
            String known = KNOWN.get(c);
            if (known == null) {
                known = looked(String.valueOf(c));
                KNOWN.set(c, known);
            }
            plain.append(known);
        }
        return plain.toString();
    }

    /** The text without what takes no room on the screen; letters, marks and case stay. */
    public static String withoutUnseen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** {@link #plain}, character by character or of a whole text. */
    static String looked(String text) {
        String seen = withoutUnseen(Normalizer.normalize(text, Normalizer.Form.NFKD));
        String latin = withoutMarks(BARRED_D.matcher(seen).replaceAll("d"));
        if (!ASCII.matcher(latin).matches()) {
            latin = withoutMarks(likeLatin(latin));
        }
        return latin.toLowerCase(Locale.ROOT);
    }

    /** ASCII stays: the skeleton would make "rn" of every m. */
    private static String likeLatin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character < 128) {
                latin.appendCodePoint(character);
            } else {
                latin.append(skeleton(character));
            }
        });
        return BARRED_D.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD))
                .replaceAll("d");
    }

    /** By the letter itself, or by its small or capital form where only that one looks Latin, as м and М. */
    private static String skeleton(int character) {
        return IntStream.of(character, Character.toLowerCase(character), Character.toUpperCase(character))
                .mapToObj(form -> CHECKER.getSkeleton(Character.toString(form)))
                .filter(form -> ASCII.matcher(form).matches())
                .findFirst()
                .orElseGet(() -> CHECKER.getSkeleton(Character.toString(character)));
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    /** The words of {@link #plain}, with letters and digits that look alike in ASCII made the same (I, l, 1; 0, o; rn, m). */
    public static List<String> words(String text) {
        return wordsOfPlain(plain(text));
    }

    /** The same of what {@link #plain} made already. */
    public static List<String> wordsOfPlain(String plain) {
        StringBuilder same = new StringBuilder(plain.length());
        plain.codePoints().map(Lookalike::seen).forEach(same::appendCodePoint);
        String words = Words.of(same.toString().replace("rn", "m").replace("vv", "w"));
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static int seen(int character) {
        return switch (character) {
            case 'l', '1', '|', '!' -> 'i';
            case '0' -> 'o';
            case '5' -> 's';
            default -> character;
        };
    }

    /** Whether the text turns the direction of writing, as no Vietnamese or English name does. */
    public static boolean turnsDirection(String text) {
        return DIRECTION.matcher(text).find();
    }
}
