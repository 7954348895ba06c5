package vn.vanthu.text;

/**
 * What a text was and what it says in Unicode.
 *
 * @param encoding how it was written
 * @param changed false when the bytes are right as they are; then keep them, {@code text} is only for reading
 * @param text the text in NFC; of bytes that are left as they are and are not UTF-8, the windows-1252 reading
 * @param flagged true when it may be legacy Vietnamese but too little speaks for it: left as it is, worth a look
 * @param lost letters whose case could not be known (TCVN3 has no codes for toned capitals)
 */
public record Conversion(Encoding encoding, boolean changed, String text, boolean flagged, int lost) {

    static Conversion unchanged(Encoding encoding, String text) {
        return new Conversion(encoding, false, text, false, 0);
    }

    static Conversion flagged(String text) {
        return new Conversion(Encoding.UNKNOWN, false, text, true, 0);
    }

    static Conversion changed(Encoding encoding, String text) {
        return new Conversion(encoding, true, text, false, 0);
    }
}
