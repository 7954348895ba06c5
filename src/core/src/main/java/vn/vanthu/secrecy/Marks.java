package vn.vanthu.secrecy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "(?:độ|mức độ|cấp độ) mật\\s*[:：]\\s*\\W{0,3}(tuyệt mật|tối mật|mật)(?!\\s*\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BRACKETED = Pattern.compile("[\\[(]\\s*(Tối mật|Tuyệt mật|Mật)\\s*[\\])]");

    /** Set off in a line: in capitals, alone or after TỐI, TUYỆT. */
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(TUYỆT|TUYET|TỐI|TOI)[ _-]+)?(MẬT|MAT)(?![\\p{L}\\p{N}])");

    private static final Set<String> BEFORE = Set.of(
            "bao", "bi", "co", "giai", "ha", "lo", "do", "tham", "than", "noi", "chat", "ri", "tu", "trai", "tui",
            "duong", "chi", "thi", "van", "dinh", "cap", "canh", "cuc");
    private static final Set<String> AFTER = Set.of(
            "khau", "ma", "do", "ong", "vu", "thiet", "thu", "danh", "lenh", "ngot", "bao", "tham", "hieu", "nghi",
            "dam", "uoc", "gau", "mia", "ri", "tap", "tong", "phuc", "hoa", "ban", "nha", "ngu", "tich", "trung",
            "tran", "bang", "hang", "tien", "troi", "nuoc", "duong", "san", "ngoai", "trong", "truoc", "kinh");

    /** Letters of other scripts that look like those of the marks. */
    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry('М', 'M'),
            Map.entry('А', 'A'),
            Map.entry('Т', 'T'),
            Map.entry('О', 'O'),
            Map.entry('І', 'I'),
            Map.entry('Е', 'E'),
            Map.entry('У', 'Y'),
            Map.entry('Μ', 'M'),
            Map.entry('Α', 'A'),
            Map.entry('Τ', 'T'),
            Map.entry('Ο', 'O'),
            Map.entry('Ι', 'I'));

    private Marks() {}

    /** One form for what looks the same: compatibility characters, look-alikes, nothing invisible. */
    static String plain(String text) {
        boolean ascii = text.chars().allMatch(character -> character < 0x80);
        if (ascii) {
            return text.strip();
        }
        StringBuilder plain = new StringBuilder();
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        apart.chars()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(character -> plain.append(LOOK_ALIKES.getOrDefault((char) character, (char) character)));
        return Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
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
        boolean spelled = letters.contains("MẬT") || !key.contains("mat");
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

    /** A mark in capitals in a line that is not: "Báo cáo MẬT về ...", "[MẬT] Báo cáo", "TỐI MẬT: ...". */
    static Optional<String> setOff(String line) {
        Matcher matcher = CAPITALS.matcher(line);
        boolean shouted = isCapital(line.replaceAll("\\P{L}", ""))
                && line.replaceAll("\\P{L}", "").length() > 12;
        while (matcher.find()) {
            String degree = matcher.group(1) == null ? "" : matcher.group(1);
            boolean accented = matcher.group(2).equals(SECRET);
            boolean fenced = isFenced(line, matcher.start(), matcher.end());
            boolean word =
                    accented && (!shouted || fenced) || !accented && (!degree.isEmpty() ? !shouted || fenced : fenced);
            if (word && !isCompound(line, matcher.start(), matcher.end())) {
                return Optional.of(degree.isEmpty() ? SECRET : degree.startsWith("TU") ? "TUYỆT MẬT" : "TỐI MẬT");
            }
        }
        return Optional.empty();
    }

    /** In brackets, or at the beginning or end with a dash or colon between. */
    private static boolean isFenced(String line, int start, int end) {
        String before = line.substring(0, start).stripTrailing();
        String after = line.substring(end).stripLeading();
        boolean bracketed = before.matches(".*[\\[({<«\"“*|]") && after.matches("[\\])}>»\"”*|].*");
        boolean leads = before.isEmpty() && after.matches("[:|\\]–—-].*");
        boolean ends = after.isEmpty() && before.matches(".*[:|\\[–—-]");
        return bracketed || leads || ends;
    }

    private static boolean isCompound(String line, int start, int end) {
        List<String> before = List.of(Unaccented.words(line.substring(0, start)).split(" "));
        List<String> after = List.of(Unaccented.words(line.substring(end)).split(" "));
        boolean touchesBefore = start > 0 && line.substring(0, start).matches("(?s).*[\\p{L}] ");
        boolean touchesAfter = line.substring(end).matches("(?s) \\p{L}.*");
        return touchesBefore && BEFORE.contains(before.get(before.size() - 1))
                || touchesAfter && AFTER.contains(after.get(0));
    }
}
