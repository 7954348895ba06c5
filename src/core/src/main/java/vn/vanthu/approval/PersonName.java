package vn.vanthu.approval;

import java.util.regex.Pattern;
import vn.vanthu.text.Lookalike;

/** A line that is a person's name: a few words that begin with capitals, and nothing else. */
final class PersonName {

    private static final Pattern WORDS =
            Pattern.compile("((Mr|Ms|Mrs|Dr|Ths|ThS|TS|Ông|Bà|Anh|Chị|Em|Cô|Chú|em|anh|chị)\\.? )?"
                    + "(\\p{Lu}[\\p{L}\\p{M}.]*)( \\p{Lu}[\\p{L}\\p{M}.]*){0,4}[.,]?"
                    + "( ?\\((Mr|Ms|Mrs|Ông|Bà)\\.?\\))?");

    private static final Pattern PHRASE = Pattern.compile(
            "\\W*(tran trong|kinh thu|than ai|than men|kinh chao|kinh gui|xin cam on|cam on|tran|thanks|thank you|best"
                    + " regards|regards|sincerely|yours|best|cheers|kinh|chao|dear|warm|respectfully)\\b.*");

    private PersonName() {}

    static boolean isIn(String line) {
        return WORDS.matcher(line).matches()
                && !PHRASE.matcher(Lookalike.plain(line)).matches();
    }
}
