package vn.vanthu.documents.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vanthu.documents.layout.Piece;

/**
 * The table that tesseract gives; its columns are level, page, block, paragraph, line, word, left, top, width, height,
 * confidence, text.
 */
final class WordTable {

    /** Words that are less sure than this, in percent, are specks and drawings. */
    private static final double SURE_ENOUGH = 25;
    /** Shorter words may be taller than wide. */
    private static final int LONGER = 3;

    private final Map<String, List<Piece>> rows = new TreeMap<>();
    private double sure;
    private int letters;
    private int standing;
    private int longer;

    private WordTable() {}

    static Tesseract.Reading of(String table) {
        WordTable words = new WordTable();
        table.lines().skip(1).forEach(line -> words.add(line.split("\t", 12)));
        return new Tesseract.Reading(
                new ArrayList<>(words.rows.values()),
                words.sure / Math.max(1, words.letters),
                (double) words.standing / Math.max(1, words.longer));
    }

    private void add(String[] cells) {
        if (cells.length < 12 || !cells[0].equals("5") || cells[11].isBlank()) {
            return;
        }
        String text = cells[11].strip();
        double left = Double.parseDouble(cells[6]);
        double width = Double.parseDouble(cells[8]);
        double height = Double.parseDouble(cells[9]);
        double confidence = Double.parseDouble(cells[10]);
        count(text, width, height, confidence);
        if (confidence >= SURE_ENOUGH) {
            double bottom = Double.parseDouble(cells[7]) + height;
            rows.computeIfAbsent(cells[2] + "," + cells[3] + "," + cells[4], key -> new ArrayList<>())
                    .add(new Piece(text, left, left + width, bottom, height, false));
        }
    }

    private void count(String text, double width, double height, double confidence) {
        int count = (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        sure += count * confidence;
        letters += count;
        if (count >= LONGER) {
            longer++;
            standing += height > width ? 1 : 0;
        }
    }
}
