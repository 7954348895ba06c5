package vn.vanthu.spam.content;

import java.util.Locale;

/**
 * What is noteworthy of the text, as far as people read before they judge.
 *
 * @param quotes whether it quotes an earlier mail
 * @param signature whether it has a signature line, or is signed with PGP
 * @param broken signs inside words, where nobody writes them: {@code Kh'iID:o:wn:l;oad}
 * @param foreign the part of the letters that are not Latin, 0 to 1
 * @param capitals the part of the letters that are capitals, 0 to 1
 */
public record TextFacts(boolean quotes, boolean signature, int broken, double foreign, double capitals) {

    private static final int MOST_CHARS = 6000;
    private static final int FEWEST_LETTERS = 20;

    static TextFacts of(CharSequence whole) {
        String text = whole.subSequence(0, Math.min(whole.length(), MOST_CHARS)).toString();
        boolean quotes = false;
        boolean signature = false;
        for (String line : text.split("\n", -1)) {
            quotes |= isQuote(line.strip());
            signature |= line.equals("-- ")
                    || line.equals("-- \r")
                    || line.strip().equals("--")
                    || line.startsWith("-----BEGIN PGP");
        }
        return letters(text, quotes, signature);
    }

    private static boolean isQuote(String line) {
        if (line.startsWith(">")) {
            return line.length() > 2;
        }
        boolean attribution =
                line.endsWith("wrote:") || line.endsWith("writes:") || line.endsWith("said:") || line.endsWith("viết:");
        if (attribution || line.startsWith("From: ") || line.startsWith("Từ: ") || line.startsWith("Sent: ")) {
            return true;
        }
        String lower = line.startsWith("--") ? line.toLowerCase(Locale.ROOT) : "";
        return lower.contains("original message") || lower.contains("forwarded");
    }

    private static TextFacts letters(String text, boolean quotes, boolean signature) {
        int letters = 0;
        int foreign = 0;
        int capitals = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
                foreign += c >= 0x370 && c < 0x1E00 || c >= 0x2E00 ? 1 : 0;
            } else if (",:;~^*\"[]{}'_".indexOf(c) >= 0 && isLetterAt(text, i - 1) && isLetterAt(text, i + 1)) {
                broken++;
            }
        }
        boolean enough = letters >= FEWEST_LETTERS;
        return new TextFacts(
                quotes,
                signature,
                broken,
                enough ? (double) foreign / letters : 0,
                enough ? (double) capitals / letters : 0);
    }

    private static boolean isLetterAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }
}
