package vn.vanthu.benchmark.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.function.Function;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * What became of texts with typed marks (VIQR).
 *
 * @param tried how many texts
 * @param found how many were named VIQR
 * @param characters how many they have together
 * @param wrong Levenshtein distance from the originals, over those that were found
 */
record TypedMarks(int tried, int found, long characters, long wrong) {

    static TypedMarks measure(VietnameseText engine, Function<String, byte[]> way, List<String> texts) {
        TypedMarks all = new TypedMarks(0, 0, 0, 0);
        for (String raw : texts) {
            String text = Normalizer.normalize(raw, Form.NFC);
            byte[] typed = way.apply(text);
            // Without marks, or with characters that VIQR has no way to write, it is no VIQR.
            if (typed.length == text.length()
                    || new String(typed, StandardCharsets.UTF_8).chars().anyMatch(c -> c >= 0x80)) {
                continue;
            }
            Conversion conversion = engine.convert(typed, Evidence.none());
            boolean found = conversion.encoding() == Encoding.VIQR;
            all = all.and(text, found, found ? distance(text, conversion.text()) : 0);
        }
        return all;
    }

    private TypedMarks and(String text, boolean isFound, int distance) {
        return new TypedMarks(
                tried + 1, found + (isFound ? 1 : 0), characters + (isFound ? text.length() : 0), wrong + distance);
    }

    String line(String way, int length) {
        return String.format(
                "%-16s %4d characters: found %6.2f %%, characters wrong %5.3f %%%n",
                way, length, 100.0 * found / tried, 100.0 * wrong / characters);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
