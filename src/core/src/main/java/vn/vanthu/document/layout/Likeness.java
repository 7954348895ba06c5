package vn.vanthu.document.layout;

/** How much two texts are alike, for words that a scanner misread. */
final class Likeness {

    private Likeness() {}

    /** Whether at most one letter in five differs (Levenshtein's distance over the longer text). */
    static boolean isLike(String text, String wanted) {
        int longest = Math.max(text.length(), wanted.length());
        return Math.abs(text.length() - wanted.length()) * 5 <= longest && distance(text, wanted) * 5 <= longest;
    }

    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
