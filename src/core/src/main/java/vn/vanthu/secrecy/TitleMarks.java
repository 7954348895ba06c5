package vn.vanthu.secrecy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.text.Unaccented;

/**
 * Marks that people type into a subject in any case: "Tối mật: Kế hoạch", "[Tối Mật] ...", "Fwd: Mật: ...". They stand first or
 * last and are set off by a sign, or in brackets; running text ("Mật độ dân số: ...", "bảo mật") is none.
 */
final class TitleMarks {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    /** Certain without diacritics too where it is set off: "toi mat" may be "tôi mất" in running text only. */
    private static final String HIGHER = "(?:tối|tuyệt|toi|tuyet)[\\s_-]+(?:mật|mat)";

    /** What mail programs, lists and people put before a subject. */
    private static final Pattern PREFIX = Pattern.compile(
            "\\s*(?:(?:re|fwd?|tr|aw|wg|trả lời|chuyển tiếp|tra loi|chuyen tiep)\\s*(?:\\[\\d+])?\\s*[:：]"
                    + "|(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)\\s*[:：,;/|–—-]"
                    + "|[\\[【][^\\]】]{0,40}[\\]】])\\s*",
            FLAGS);

    private static final Pattern BRACKETED =
            Pattern.compile("[\\[({<«【]\\s*(?:(?:độ|do)\\s+)?(" + HIGHER + "|mật)\\s*[\\])}>»】]", FLAGS);

    /** With its diacritics also before less of a sign, or before a capital letter: "Tối mật Kế hoạch A2". */
    private static final Pattern HIGHER_FIRST = Pattern.compile(
            "(" + HIGHER + ")\\s*(?:[:：|–—-].*|(?<=ật\\s{0,3})(?:[,;.!/].*|$)|(?<=ật\\s{1,3})(?-iu:[\\p{Lu}\\d]).*)",
            FLAGS);

    /** A comma may go on with a list ("Mật, đường, sữa"), a hyphen without space with a name, a dash with praise of honey. */
    private static final Pattern LOWEST_FIRST = Pattern.compile(
            "(mật)\\s*(?:[:：|].*|[!.]*$|[–—-]\\s*(?:V/v|về việc|" + SetOffMarks.DOCUMENT + ")(?!\\p{L}).*)", FLAGS);

    /** What is marked stands first: "Tài liệu mật: Kế hoạch", "Công văn mật số 12". */
    private static final Pattern DOCUMENT_FIRST = Pattern.compile(
            SetOffMarks.DOCUMENT + "\\s+(" + HIGHER + "|mật)\\s*(?:[:：|].*|\\s[–—-]\\s.*|(?:số\\s*)?\\d.*|$)", FLAGS);

    /** Behind a dash "Mật" may be a name or an organ, behind a colon a book. */
    private static final Pattern LAST = Pattern.compile(
            ".*(?:\\s[–—-]|[|–—])\\s*((?iu:" + HIGHER + "))\\s*[.!]*"
                    + "|.*(?iu:(?<!\\p{L})" + SetOffMarks.DOCUMENT + "(?!\\p{L})).*(?:\\s[–—-]|[:：|–—])\\s*((?iu:"
                    + HIGHER + ")|(?<![:：]\\s{0,3})(?:độ )?Mật)\\s*[.!]*",
            Pattern.DOTALL);

    private TitleMarks() {}

    /** The mark in a title that was brought to one form by {@link Marks#plain}. */
    static Optional<String> in(String title) {
        Matcher bracketed = BRACKETED.matcher(title);
        if (bracketed.find()) {
            return Optional.of(level(bracketed.group(1)));
        }
        String rest = withoutPrefixes(title);
        return first(HIGHER_FIRST, rest)
                .or(() -> first(LOWEST_FIRST, rest))
                .or(() -> first(DOCUMENT_FIRST, rest))
                .or(() -> first(LAST, rest));
    }

    private static String withoutPrefixes(String title) {
        Matcher prefix = PREFIX.matcher(title);
        while (prefix.lookingAt()) {
            prefix.region(prefix.end(), title.length());
        }
        return title.substring(prefix.regionStart()).strip();
    }

    private static Optional<String> first(Pattern pattern, String title) {
        Matcher matcher = pattern.matcher(title);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String words = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(level(words));
    }

    private static String level(String words) {
        String letters = Unaccented.of(words).toLowerCase(Locale.ROOT);
        return letters.startsWith("tuyet") ? "TUYỆT MẬT" : letters.startsWith("toi") ? "TỐI MẬT" : Marks.SECRET;
    }
}
