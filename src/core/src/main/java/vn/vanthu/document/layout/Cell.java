package vn.vanthu.document.layout;

import vn.vanthu.document.Line;

/**
 * A piece of text in one column.
 *
 * @param text without spaces at its ends; never without a letter or digit
 * @param plain {@link Plain#words} of it
 * @param page from 0
 * @param line where it stands
 */
record Cell(String text, String plain, int page, Side side, Line line) {

    /** In which column of a page that is divided into two. */
    enum Side {
        LEFT,
        RIGHT,
        /** Across the middle. */
        MIDDLE,
        UNKNOWN
    }

    static Cell of(Line line, int page) {
        return new Cell(line.text(), Plain.words(line.text()), page, side(line), line);
    }

    private static Side side(Line line) {
        if (!line.isPlaced()) {
            return Side.UNKNOWN;
        }
        double middle = (line.left() + line.right()) / 2;
        if (middle < 0.42 && line.right() < 0.56) {
            return Side.LEFT;
        }
        return middle > 0.58 && line.left() > 0.36 ? Side.RIGHT : Side.MIDDLE;
    }

    boolean isCapitals() {
        return Plain.isCapitals(text);
    }

    boolean startsWith(String words) {
        return plain.equals(words) || plain.startsWith(words + " ");
    }

    boolean isPlaced() {
        return line.isPlaced();
    }
}
