package vn.vanthu.secrecy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.vanthu.text.Unaccented;

/** The words of marks, and how they are written. */
final class Marks {

    static final String SECRET = "MẬT";

    private static final int MOST_LETTERS = 30;

    /** By their letters without spaces and diacritics. */
    private static final Map<String, String> BY_LETTERS = Map.ofEntries(
            Map.entry("mat", SECRET),
            Map.entry("toimat", "TỐI MẬT"),
            Map.entry("tuyetmat", "TUYỆT MẬT"),
            Map.entry("tailieuthuhoi", "TÀI LIỆU THU HỒI"),
            Map.entry("chinguoicotenmoiduocbocbi", "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ"),
            Map.entry("tailieumat", SECRET),
            Map.entry("vanbanmat", SECRET),
            Map.entry("hosomat", SECRET),
            Map.entry("domatmat", SECRET),
            Map.entry("domattoimat", "TỐI MẬT"),
            Map.entry("domattuyetmat", "TUYỆT MẬT"));

    /** Marks that mean nothing else, also without diacritics. */
    private static final Set<String> CERTAIN_UNACCENTED =
            Set.of("toimat", "tuyetmat", "tailieuthuhoi", "chinguoicotenmoiduocbocbi", "domattoimat", "domattuyetmat");

    /** With the degree named, in any case: "Độ mật: Tối mật". */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:độ|mức độ|cấp độ) mật\\s*[:：–-]\\s*\\W{0,3}(tuyệt mật|tối mật|mật)(?!\\s{0,2}(?!độ)\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BRACKETED = Pattern.compile("[\\[(]\\s*(Tối mật|Tuyệt mật|Mật)\\s*[\\])]");

    /** Letters of other scripts and small capitals that look like those of the marks, and these. */
    private static final Map<Integer, Integer> LOOK_ALIKES = lookAlikes(
            "МмΜᴍᎷꓟ", "M", "АаΑᴀᎪꓮ", "A", "ТтΤᴛᎢꓔ", "T", "ОоΟοᴏꓳ", "O", "ІіΙɪꓲ", "I", "ЕеΕᴇᎬꓰ", "E", "УуΥʏꓬ", "Y", "ꓴᴜ",
            "U");

    /** A word whose letters stand apart: "M Ậ T", "M.Ậ.T". */
    private static final Pattern APART = Pattern.compile("(?<!\\p{L})\\p{Lu}(?:[ .]\\p{Lu}){2,8}(?!\\p{L})");

    private static Map<Integer, Integer> lookAlikes(String... pairs) {
        Map<Integer, Integer> all = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            int letter = pairs[i + 1].codePointAt(0);
            pairs[i].codePoints().forEach(alike -> all.put(alike, letter));
        }
        return Map.copyOf(all);
    }

    private Marks() {}

    /** What {@link #plain} leaves as it is, of Latin and Vietnamese letters: nearly every line is made of them. */
    private static final BitSet PLAIN = new BitSet();

    static {
        IntStream.concat(IntStream.range(0, 0x250), IntStream.range(0x1E00, 0x1F00))
                .filter(c -> inOneForm(Character.toString(c)).equals(Character.toString(c)))
                .forEach(PLAIN::set);
    }

    /** One form for what looks the same: compatibility characters, look-alikes, nothing invisible. */
    static String plain(String text) {
        return text.chars().allMatch(PLAIN::get)
                ? text.strip()
                : inOneForm(text).strip();
    }

    private static String inOneForm(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .forEach(character -> plain.appendCodePoint(LOOK_ALIKES.getOrDefault(character, character)));
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The same with words whose letters stand apart written together. */
    static String together(String plain) {
        return APART.matcher(plain).replaceAll(word -> word.group().replaceAll("[ .]", ""));
    }

    /** Cheap: false for what {@link #alone} cannot be, whatever its letters; bringing to one form never makes them fewer. */
    static boolean mayBeAlone(String line) {
        return line.codePoints()
                        .filter(Character::isLetter)
                        .limit(MOST_LETTERS + 1)
                        .count()
                <= MOST_LETTERS;
    }

    /**
     * The mark that a line is, and nothing but that, whatever frame is drawn around it and space put between.
     *
     * @param anyAccents whether its diacritics may be missing or wrong, as after letter recognition
     */
    static Optional<String> alone(String line, boolean anyAccents) {
        String letters = line.codePoints()
                .filter(character ->
                        Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (letters.length() < 3 || letters.length() > MOST_LETTERS || hasDigitsInside(line)) {
            return Optional.empty();
        }
        // Letter recognition sees some letters twice: "MẠẬT".
        String key = anyAccents ? Unaccented.of(letters).replaceAll("(.)\\1+", "$1") : Unaccented.of(letters);
        String level = BY_LETTERS.get(key);
        if (level == null || !isCapital(letters)) {
            return Optional.empty();
        }
        boolean accented = !letters.equalsIgnoreCase(key);
        // "MÂT" is no other word, but a slip.
        boolean spelled = letters.contains("MẬT") || letters.contains("MÂT") || !key.contains("mat");
        boolean certain = accented && spelled || !accented && CERTAIN_UNACCENTED.contains(key) || anyAccents;
        return certain ? Optional.of(level) : Optional.empty();
    }

    /** A number before the mark is that of a list or a page of a law. */
    private static boolean hasDigitsInside(String line) {
        return line.chars().filter(Character::isDigit).count() > 0
                && !line.matches("[^\\p{L}]*\\p{Lu}[\\p{L} ]+[^\\p{L}]*");
    }

    static boolean isCapital(String letters) {
        return letters.equals(letters.toUpperCase(Locale.ROOT));
    }

    /** A mark whose degree is named ("Độ mật: Mật"), or in brackets ("(Tối mật)"). */
    static Optional<String> labelled(String line) {
        Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.find()) {
            return Optional.of(bracketed.group(1).toUpperCase(Locale.ROOT));
        }
        Matcher matcher = LABELLED.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
