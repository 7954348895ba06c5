package vn.vanthu.message.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A message in Unicode.
 *
 * @param bytes the message; the very array that was given when nothing changed
 * @param changed whether anything did
 * @param parts one report for each text that was converted or flagged
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record MessageConversion(byte[] bytes, boolean changed, List<PartReport> parts) {

    /** The value for {@code X-VanThu-Text}: ASCII, one line, at most some 900 characters; empty when there is nothing. */
    public String summary() {
        String all = parts.stream().map(PartReport::summary).collect(Collectors.joining(", "));
        return all.length() <= 900 ? all : all.substring(0, 900) + " ...";
    }
}
