package vn.vanthu.documents.layout;

/**
 * A letter or a word at its place.
 *
 * @param left where it begins; lengths are in points, downwards from the top of the page
 * @param bottom the line that letters stand on
 * @param size height of its letters
 */
public record Piece(String text, double left, double right, double bottom, double size, boolean bold) {

    boolean isSpace() {
        return text.isBlank();
    }
}
