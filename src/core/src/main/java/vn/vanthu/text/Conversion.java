package vn.vanthu.text;

/**
 * What a text was and what it says in Unicode.
 *
 * @param encoding how it was written; {@link Encoding#UNKNOWN} for bytes that are neither UTF-8 nor found out
 * @param changed false when the bytes are right as they are: then keep them, {@code text} is for reading only
 * @param text the text in NFC; of bytes that are left as they are and are no UTF-8, the windows-1252 reading
 * @param flagged true when it may be legacy Vietnamese but too little speaks for it: left as it is, worth a look
 * @param lost letters whose case the encoding could not tell (TCVN3 has no codes for toned capitals)
 */
public record Conversion(Encoding encoding, boolean changed, String text, boolean flagged, int lost) {

    static Conversion unchanged(Encoding encoding, String text) {
        return new Conversion(encoding, false, text, false, 0);
    }

    static Conversion flagged(Encoding encoding, String text) {
        return new Conversion(encoding, false, text, true, 0);
    }
}
