package vn.vanthu.register.store;

import java.util.function.IntPredicate;

/**
 * A column by which rows are looked for. No hash covers it, since it is made from fields that one covers: so it can be made
 * again and compared.
 *
 * @param ofContent whether it is emptied when the row's content is erased
 * @param source the sealed text that it is made from
 * @param stored what the row holds
 * @param made what it must hold
 */
record DerivedColumn(String name, boolean ofContent, String source, String stored, String made) {

    private static final int LATIN_GREEK_CYRILLIC = 0x0530;

    /** @param erased whether content of the row was erased */
    boolean isRight(boolean erased) {
        if (erased && ofContent) {
            return stored.isEmpty();
        }
        return stored.equals(made)
                || source.codePoints().anyMatch(unsettled()) && settled(stored).equals(settled(made));
    }

    private static String settled(String text) {
        return text.codePoints()
                .filter(unsettled().negate())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Letters and marks of other scripts: what is a mark or a small letter there may differ between the JDK that wrote the
     * row and the one that compares, by their Unicode versions. Such characters are left out.
     */
    private static IntPredicate unsettled() {
        return c -> c >= LATIN_GREEK_CYRILLIC
                && !(c >= 0x1E00 && c <= 0x1EFF)
                && (Character.isLetter(c)
                        || !Character.isDefined(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.ENCLOSING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }
}
