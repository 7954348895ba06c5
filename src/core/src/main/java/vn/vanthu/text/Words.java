package vn.vanthu.text;

/** The words of a text: letters and digits, single spaces between them. */
public final class Words {

    private Words() {}

    /** The text without any other character; none at its ends. */
    public static String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (!isPartOfWord(character)) {
                gap = true;
                continue;
            }
            if (gap && !words.isEmpty()) {
                words.append(' ');
            }
            words.appendCodePoint(character);
            gap = false;
        }
        return words.toString();
    }

    /** Letters and numbers (Unicode's L and N). */
    private static boolean isPartOfWord(int character) {
        int type = Character.getType(character);
        return Character.isLetter(character)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
