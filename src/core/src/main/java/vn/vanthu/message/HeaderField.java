package vn.vanthu.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One field of a header, as it stands in the message. Immutable. */
public final class HeaderField {

    private final byte[] block;
    private final int start;
    private final int colon;
    private final int end;
    private final String name;

    /** @param block the header's bytes; shared by all fields and never changed */
    HeaderField(byte[] block, int start, int end) {
        this.block = block;
        this.start = start;
        this.end = end;
        int possibleColon = possibleColon();
        this.name = nameBefore(possibleColon);
        this.colon = name.isEmpty() ? start - 1 : possibleColon;
    }

    /** The first colon of the first line; where the field begins when there is none. */
    private int possibleColon() {
        for (int i = start; i < end && block[i] != '\n'; i++) {
            if (block[i] == ':') {
                return i;
            }
        }
        return start;
    }

    private String nameBefore(int possibleColon) {
        int last = possibleColon;
        while (last > start && isSpace(block[last - 1])) {
            last--;
        }
        for (int i = start; i < last; i++) {
            if (block[i] <= ' ' || block[i] == 127) {
                return "";
            }
        }
        return last <= start ? "" : new String(block, start, last - start, StandardCharsets.US_ASCII);
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\t';
    }

    /** The name as written; empty when the line is malformed. */
    public String name() {
        return name;
    }

    public boolean isCalled(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }

    /** Where the field begins, in bytes from the beginning of the message. */
    public int offset() {
        return start;
    }

    /** All bytes of the field, with its name and its line ends. */
    public byte[] raw() {
        return Arrays.copyOfRange(block, start, end);
    }

    /** The bytes after the colon, on one line: line ends are taken out, and space at both ends. */
    public byte[] value() {
        byte[] line = new byte[end - colon];
        int length = 0;
        for (int i = colon + 1; i < end; i++) {
            boolean lineEnd = block[i] == '\n' || (block[i] == '\r' && i + 1 < end && block[i + 1] == '\n');
            if (!lineEnd) {
                line[length++] = block[i];
            }
        }
        int first = 0;
        while (first < length && isSpace(line[first])) {
            first++;
        }
        while (length > first && isSpace(line[length - 1])) {
            length--;
        }
        return Arrays.copyOfRange(line, first, length);
    }

    /** The value for people: decoded, on one line, without control characters. */
    public String text() {
        return HeaderText.decode(value());
    }

    @Override
    public String toString() {
        return name + ": " + text();
    }
}
