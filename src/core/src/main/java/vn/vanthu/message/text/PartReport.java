package vn.vanthu.message.text;

import vn.vanthu.text.Encoding;

/**
 * What one text in a message was.
 *
 * @param part where it stands: {@code Subject}, {@code From}, {@code 1.2 text/html}, {@code 2 filename}
 * @param encoding how it was written
 * @param changed whether it was converted
 * @param lost letters whose case is inferred or unknown (TCVN3 capitals)
 * @param flagged left as it is, but it may be legacy Vietnamese
 */
public record PartReport(String part, Encoding encoding, boolean changed, int lost, boolean flagged) {

    /** For a header: {@code 1.2 text/html=tcvn3; lost=3}. ASCII. */
    String summary() {
        String state = changed ? "" : flagged ? " (left, doubtful)" : " (left)";
        return part + "=" + encoding.id() + state + (lost > 0 ? " lost=" + lost : "");
    }
}
