package vn.vanthu.question;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.text.Unaccented;

/** What may stand behind a yes so that it stays one: a polite word, punctuation, a thumb up; no question, no condition. */
public final class PlainYes {

    private static final Set<String> POLITE = Set.of(
            "",
            "a",
            "nhe",
            "nha",
            "ok",
            "di",
            "gui",
            "gui di",
            "thu nay",
            "dong y",
            "phat hanh",
            "ban hanh",
            "gui di nhe",
            "thank you");

    /** "2/3" is no yes, nor is a thumb down. */
    private static final Pattern WORDS_AND_SIGNS = Pattern.compile(
            "(?:[\\p{L}\\p{M}\\s.,!:;…()<>*_\"'“”‘’–—-]|👍|👌|🙏|✅|✔|🙂|😊|[\\x{1F3FB}-\\x{1F3FF}]|\\x{FE0F})*");

    private PlainYes() {}

    /** @param behind what stands behind the word for yes in its line */
    public static boolean is(String behind) {
        return POLITE.contains(Unaccented.words(behind))
                && WORDS_AND_SIGNS.matcher(behind).matches()
                && !asks(behind);
    }

    /** "Duyệt à" asks, with one accent more than the polite "Duyệt ạ". */
    private static boolean asks(String behind) {
        String text = Normalizer.normalize(behind, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return List.of(text.split("[^\\p{L}]+")).contains("à");
    }
}
