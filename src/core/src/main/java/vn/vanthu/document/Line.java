package vn.vanthu.document;

/**
 * A line of text on a page. Two columns side by side are two lines.
 *
 * @param text Unicode NFC, single spaces
 * @param left where it begins, as a fraction of the page's width; {@link Double#NaN} when it is not known
 * @param top where it stands, as a fraction of the page's height; {@link Double#NaN} when it is not known
 * @param right where it ends, as a fraction of the page's width; {@link Double#NaN} when it is not known
 * @param size height of its letters in points; {@link Double#NaN} when it is not known
 * @param bold whether its letters are bold; false when it is not known
 */
public record Line(String text, double left, double top, double right, double size, boolean bold) {

    /** A line of which only the text is known. */
    public static Line of(String text) {
        return new Line(text, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);
    }

    public boolean isPlaced() {
        return !Double.isNaN(left);
    }
}
