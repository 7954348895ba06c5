package vn.vanthu.register.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Số, ký hiệu of an outgoing document (NĐ 30/2020, Annex I.II.3): {@code 05/QĐ-SNgV} for a type with an abbreviation,
 * {@code 12/SNgV-VP} for a công văn.
 */
public final class OutgoingCode {

    private static final Pattern NUMBER = Pattern.compile("(?iu)(?:số:?\\s*)?(\\d{1,9})\\s*/.*");

    private OutgoingCode() {}

    /**
     * What follows the number and the slash.
     *
     * @param type as in {@link DocumentTypes}
     * @param agency the agency's symbol, {@code SNgV}
     * @param unit the symbol of the unit that drafted it, {@code VP}; only a công văn bears it
     */
    public static String symbols(DocumentTypes.Type type, String agency, String unit) {
        if (!type.abbreviation().isEmpty()) {
            return type.abbreviation() + "-" + agency;
        }
        return unit.isEmpty() ? agency : agency + "-" + unit;
    }

    /** The whole code: number, slash, symbols. */
    public static String of(BookNumber number, String symbols) {
        return number.text() + "/" + symbols;
    }

    /** The number in a code as printed, for example in {@code Số: 05/QĐ-SNgV}; 0 when there is none. */
    public static int numberIn(String code) {
        Matcher matcher = NUMBER.matcher(code.strip());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
