package vn.vanthu.text;

/**
 * What one pass over a text tells about the ways in which it may be written.
 *
 * @param accents letters with marks, of Vietnamese or another language
 * @param genuine letters that only Unicode has
 * @param marks a combining mark after a letter
 * @param lookAlikes characters that may be legacy bytes in disguise
 * @param symbols among them characters that Vietnamese in Unicode does not write
 * @param references {@code &#}
 * @param plus a plus sign before something that may be base 64
 * @param typedMarks vowels with the marks of VIQR
 */
record Traits(
        boolean accents,
        boolean genuine,
        boolean marks,
        boolean lookAlikes,
        boolean symbols,
        boolean references,
        boolean plus,
        boolean typedMarks) {

    static Traits of(char[] text) {
        boolean marks = false;
        boolean suspicious = false;
        boolean latin = false;
        boolean genuine = false;
        boolean references = false;
        boolean plus = false;
        int typed = 0;
        for (int at = 0; at < text.length; at++) {
            char c = text[at];
            char before = at == 0 ? ' ' : text[at - 1];
            if (c < 0x80) {
                references |= c == '#' && before == '&';
                plus |= before == '+' && isLetter(c);
                typed += c < 'A' && isLetter(before) || c == '^' || c == '`' || c == '~' ? 1 : 0;
                suspicious |= c < ' ' && c != '\n' && c != '\r' && c != '\t';
                continue;
            }
            if (c >= 0x300 && c <= 0x341) {
                marks |= Alphabet.base(before) != 0;
            } else if (Alphabet.isAccented(c)) {
                latin |= c <= 0xFF;
                genuine |= c > 0xFF;
                suspicious |= c <= 0xFF && isCapitalWithin(text, at);
            } else {
                boolean typography = isTypography(c) && !(isRareTypography(c) && Character.isLetter(before));
                suspicious |= Units.unitOf(c) <= 0xFF && !typography;
            }
        }
        return new Traits(
                latin || genuine,
                genuine,
                marks,
                suspicious || latin && !genuine,
                suspicious,
                references,
                plus,
                typed > 1);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** As in "bÃt": words in capitals, and names such as "LeÔn", have no small letter on both sides. */
    private static boolean isCapitalWithin(char[] text, int at) {
        return Alphabet.isCapital(text[at])
                && at > 0
                && Character.isLowerCase(text[at - 1])
                && (at + 1 == text.length || !Character.isUpperCase(text[at + 1]));
    }

    /** Daggers, per mille and single guillemets: hardly ever right after a letter. */
    static boolean isRareTypography(char c) {
        return c == '\u2020'
                || c == '\u2021'
                || c == '\u2030'
                || c == '\u2039'
                || c == '\u203A'
                || c == '\u201A'
                || c == '\u201E';
    }

    private static boolean isTypography(char c) {
        return c >= '\u2013' && c <= '\u203A' || c == '\u00A0' || c == '\u20AC';
    }
}
