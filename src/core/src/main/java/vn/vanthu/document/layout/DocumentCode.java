package vn.vanthu.document.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Số, ký hiệu: {@code 847/QĐ-SNgV}, the Party's {@code 12-CV/TU}.
 *
 * @param number digits as printed; empty when it is not filled in
 * @param separator what stands between number and symbol
 * @param guessed whether letters were taken for digits
 */
record DocumentCode(String number, String separator, String symbol, boolean guessed) {

    private static final Pattern LABEL = Pattern.compile("^[^\\p{L}\\d]{0,3}s[o06]\\s?[:;.,]?\\s*");
    private static final String NUMBER = "(?<number>[\\dIlOo]{1,6}[a-z]?|\\d[\\d ]{0,7}|[.…_\\s]*)";
    private static final Pattern STATE = Pattern.compile(
            "^" + NUMBER
                    + "\\s*(?<separator>[/|\\\\])\\s*(?<symbol>(?:\\d{4}\\s*/\\s*)?\\p{Lu}[\\p{L}\\d]*(?:(?:\\s?[-/]\\s?|[.&+_]|\\s&\\s)[\\p{Lu}\\d][\\p{L}\\d]*)*).*");
    private static final Pattern PARTY = Pattern.compile(
            "^" + NUMBER
                    + "\\s*(?<separator>-)\\s*(?<symbol>\\p{Lu}[\\p{L}]{0,4}\\s?/\\s?\\p{Lu}[\\p{L}\\d]*(?:\\s?[-/.&]\\s?[\\p{Lu}\\d][\\p{L}\\d]*)*).*");

    /** In a line that begins with it: {@code Số: 847/QĐ-SNgV}. */
    static Optional<DocumentCode> of(String line) {
        Matcher label = LABEL.matcher(Plain.of(line));
        if (!label.find() || Plain.startsSmall(line) && !label.group().contains(":")) {
            return Optional.empty();
        }
        String rest = line.substring(label.end());
        return matching(PARTY, rest).or(() -> matching(STATE, rest)).filter(DocumentCode::isSymbol);
    }

    private static Optional<DocumentCode> matching(Pattern pattern, String rest) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.matches()
                ? Optional.of(new DocumentCode(
                        number(matcher.group("number")),
                        matcher.group("separator").equals("-") ? "-" : "/",
                        symbol(matcher.group("symbol")),
                        matcher.group("number").matches(".*[IlOo].*")))
                : Optional.empty();
    }

    private static String number(String read) {
        String digits = read.replaceAll("[.…_\\s]", "");
        return digits.matches(".*[0-9].*|[IlOo]{1,3}")
                ? digits.replaceAll("[Il]", "1").replaceAll("[Oo]", "0")
                : "";
    }

    private static String symbol(String read) {
        return TypeNames.repaired(read.replaceAll("\\s*([-/.&+_])\\s*", "$1"));
    }

    /** Not a street or a word: some part of it has two capitals, or is a capital alone. */
    private boolean isSymbol() {
        for (String part : symbol.split("[^\\p{L}\\d]+", -1)) {
            long capitals = part.codePoints().filter(Character::isUpperCase).count();
            if (capitals >= 2 || capitals == 1 && part.length() == 1) {
                return true;
            }
        }
        return false;
    }

    /** The part that tells the type: {@code QĐ}; a year before it is left out. */
    String typePart() {
        return symbol.replaceFirst("^\\d{4}/", "").split("[-/]", 2)[0];
    }

    String text() {
        return number + separator + symbol;
    }

    /** As a scanner read it: it sees one Đ as two or three. GĐĐ (giấy đi đường) and ĐĐBQH are written so. */
    String mended() {
        return number + separator + symbol.replaceAll("(?<!G)Đ{2,}(?!BQH)", "Đ");
    }

    /** Whether a scanner may have made it of another one: a doubled Đ, a digit among letters. */
    boolean isDoubtful() {
        return guessed || symbol.contains("ĐĐ") || symbol.matches(".*\\p{L}\\d.*");
    }
}
