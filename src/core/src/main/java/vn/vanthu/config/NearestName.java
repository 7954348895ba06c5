package vn.vanthu.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was meant to be. */
public final class NearestName {

    private static final int MOST_MISTAKES = 3;

    private NearestName() {}

    /**
     * The known name with the fewest typing mistakes between (a letter added, left out, changed, or two swapped; case does
     * not count): at most one mistake for each three letters, and three in all. Of equals the first.
     */
    public static Optional<String> of(String found, Collection<String> known) {
        int fewest = Math.min(MOST_MISTAKES, Math.max(1, found.length() / 3)) + 1;
        String nearest = null;
        for (String name : known) {
            int mistakes = mistakes(lower(found), lower(name), fewest);
            if (mistakes < fewest) {
                fewest = mistakes;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Optimal string alignment distance, or some number that is at least {@code limit}. */
    private static int mistakes(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
