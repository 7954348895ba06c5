package vn.vanthu.approval;

import java.util.regex.Pattern;
import vn.vanthu.text.Lookalike;

/** The number and symbol (số, ký hiệu) of a document of ours, such as {@code 12/SNgV-VP} or {@code 05/QĐ-SNgV}. */
final class DocumentCode {

    private final Pattern anywhere;
    private final Pattern heading;
    private final Pattern symbol;

    /** @param symbol of the agency, for example {@code SNgV} */
    DocumentCode(String symbol) {
        String ours = Pattern.quote(Lookalike.plain(symbol));
        String code = "(\\d{1,5}|[._…]{2,})?[a-z]? ?/ ?(\\d{4} ?/ ?)?([a-z]{1,6} ?[-–] ?)?" + ours + "(?![a-z0-9])";
        this.anywhere = Pattern.compile("(?<![a-z0-9])" + code);
        this.heading = Pattern.compile(
                "\\W*(so|no|ref|our ref|ref\\.? no)\\.?( ky hieu)? ?[:.]? ?" + code + ".*", Pattern.DOTALL);
        this.symbol = Pattern.compile("(?<![a-z0-9])" + ours + "(?![a-z0-9])");
    }

    /** Whether it stands somewhere in the text; the text as {@link Lookalike#plain}. */
    boolean isIn(String plain) {
        return anywhere.matcher(plain).find();
    }

    /** Whether the line is the heading "Số: 12/SNgV-VP" of a document, and no mention in a sentence. */
    boolean isHeading(String plain) {
        return plain.length() < 160 && heading.matcher(plain).matches();
    }

    /** Whether the text names us by our symbol. */
    boolean isNamed(String plain) {
        return symbol.matcher(plain).find();
    }

    /** Whether a file is called after a document of ours: {@code 12 SNgV VP.pdf}; a name cannot have a slash. */
    boolean isInFileName(String plain) {
        return plain.chars().anyMatch(Character::isDigit) && isNamed(plain);
    }
}
