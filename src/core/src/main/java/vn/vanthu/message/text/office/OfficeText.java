package vn.vanthu.message.text.office;

import java.util.Optional;
import java.util.function.Supplier;
import vn.vanthu.text.Encoding;

/**
 * What was found in an Office file.
 *
 * @param kind {@code docx}, {@code xlsx}, {@code pptx}, {@code odt}, {@code ods}, {@code odp}, {@code rtf}, {@code doc},
 *     {@code xls}, {@code ppt}, or {@code ole} for another file of that family
 * @param state how much is known
 * @param encoding of the first legacy text; {@link Encoding#UNKNOWN} when it is unread
 * @param lost letters whose case the encoding could not tell
 * @param copy makes the copy; empty unless the state is {@link State#CONVERTIBLE}
 */
public record OfficeText(String kind, State state, Encoding encoding, int lost, Supplier<Optional<byte[]>> copy) {

    /** How much is known. */
    public enum State {
        /** text in legacy fonts, of which a copy can be made */
        CONVERTIBLE,
        /** the same in a file with a digital signature, of which none may be made */
        SIGNED,
        /** legacy fonts are named, the text was not read */
        FONTS_NAMED,
        /** broken, encrypted or too large */
        UNREAD
    }

    /** A copy of the file in Unicode; the file itself is not touched. Each call makes it anew. */
    public Optional<byte[]> convertedCopy() {
        return copy.get();
    }

    static OfficeText unread(String kind) {
        return new OfficeText(kind, State.UNREAD, Encoding.UNKNOWN, 0, Optional::empty);
    }
}
