package vn.vanthu.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One 8-bit Vietnamese encoding: which bytes are which letter, as a tree that takes the longest match.
 *
 * <p>Works on <em>units</em>: the values 0 to 255 are bytes, greater ones are characters that stand for themselves (see
 * {@link Units}). So raw bytes and bytes that were wrapped in Unicode go through the same code. Immutable.
 */
final class CodeTable {

    private static final int ROOT = 0;

    private final Encoding encoding;
    /** The node reached from node {@code n} by byte {@code b} is at {@code n * 256 + b}; 0 is none. */
    private final short[] next;
    /** The character that ends at a node; 0 is none. */
    private final char[] value;

    private final Map<Character, byte[]> bytesOf;
    private final long[] utf8;

    private CodeTable(Encoding encoding, short[] next, char[] value, Map<Character, byte[]> bytesOf) {
        this.encoding = encoding;
        this.next = next;
        this.value = value;
        this.bytesOf = bytesOf;
        this.utf8 = utf8Of(next, value);
    }

    Encoding encoding() {
        return encoding;
    }

    /**
     * Decodes one letter or symbol.
     *
     * @return the character in the low 16 bits, the number of units that it took above them
     */
    int decodeAt(char[] units, int at, int end) {
        char first = units[at];
        if (first > 0xFF) {
            return 1 << 16 | first;
        }
        int node = next[first];
        char found = value[node];
        int length = 1;
        for (int i = at + 1; i < end && units[i] <= 0xFF; i++) {
            node = next[node * 256 + units[i]];
            if (node == ROOT) {
                break;
            }
            if (value[node] != 0) {
                found = value[node];
                length = i - at + 1;
            }
        }
        return length << 16 | found;
    }

    /** Decodes a whole run of units. */
    String decode(char[] units, int from, int to) {
        char[] out = new char[to - from];
        int length = 0;
        for (int at = from; at < to; ) {
            int step = decodeAt(units, at, to);
            out[length++] = (char) step;
            at += step >>> 16;
        }
        return new String(out, 0, length);
    }

    /**
     * Decodes bytes straight to UTF-8: the fast way for long texts.
     *
     * @param out at least three times as long as the input
     * @return the number of bytes written
     */
    int decodeToUtf8(byte[] in, int from, int to, byte[] out) {
        int written = 0;
        int at = from;
        while (at < to) {
            byte b = in[at];
            int node = next[b & 0xFF];
            at++;
            if (at < to) {
                int second = next[node * 256 + (in[at] & 0xFF)];
                if (second != ROOT) {
                    node = second;
                    at++;
                }
            }
            long packed = utf8[node];
            out[written] = (byte) packed;
            if (packed < 0x100) {
                written++;
                continue;
            }
            out[written + 1] = (byte) (packed >>> 8);
            out[written + 2] = (byte) (packed >>> 16);
            written += (int) (packed >>> 24);
        }
        return written;
    }

    /** True when the last byte may be the first half of a letter, so that a chunk must not end there. */
    boolean mayContinue(byte last) {
        int node = next[last & 0xFF];
        for (int b = 0; b < 256; b++) {
            if (next[node * 256 + b] != ROOT) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes text in this encoding as font-era tools did: capitals without a code become their small letter, what
     * cannot be written becomes a question mark.
     */
    byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        for (char c : text.toCharArray()) {
            byte[] bytes = bytesOf.get(c);
            if (bytes == null) {
                bytes = bytesOf.getOrDefault(
                        Character.toLowerCase(c), c < 0x80 ? new byte[] {(byte) c} : new byte[] {'?'});
            }
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** True when every character has a code of its own. */
    boolean canEncode(String text) {
        return text.chars().allMatch(c -> c < 0x80 || bytesOf.containsKey((char) c));
    }

    private static long[] utf8Of(short[] next, char[] value) {
        long[] packed = new long[next.length / 256];
        for (int node = 1; node < packed.length; node++) {
            char c = value[node];
            if (c < 0x80) {
                packed[node] = c;
            } else if (c < 0x800) {
                packed[node] = 2L << 24 | (0x80L | c & 0x3F) << 8 | 0xC0 | c >> 6;
            } else {
                packed[node] = 3L << 24 | (0x80L | c & 0x3F) << 16 | (0x80L | c >> 6 & 0x3F) << 8 | 0xE0 | c >> 12;
            }
        }
        return packed;
    }

    /** Collects the rows of a table file. */
    static final class Builder {
        private short[] next = new short[256 * 512];
        private char[] value = new char[512];
        private final Map<Character, byte[]> bytesOf = new HashMap<>();
        private int nodes = 1;

        /** Adds a row; where a table has two letters for the same bytes, the first is read. */
        Builder add(byte[] bytes, char letter) {
            int node = ROOT;
            for (byte b : bytes) {
                node = child(node, b & 0xFF);
            }
            value[node] = value[node] == 0 ? letter : value[node];
            bytesOf.putIfAbsent(letter, bytes.clone());
            return this;
        }

        Builder addIfAbsent(byte[] bytes, char letter) {
            boolean taken = bytes.length == 1 && value[next[bytes[0] & 0xFF]] != 0;
            return taken ? this : add(bytes, letter);
        }

        private int child(int node, int b) {
            int at = node * 256 + b;
            if (next[at] == ROOT) {
                next[at] = (short) nodes++;
            }
            return next[at];
        }

        /** Bytes that have no letter are ASCII or a windows-1252 symbol. */
        CodeTable build(Encoding encoding) {
            for (int b = 0; b < 256; b++) {
                int node = child(ROOT, b);
                if (value[node] == 0 && b != 0) {
                    value[node] = Units.windows1252(b);
                    bytesOf.putIfAbsent(value[node], new byte[] {(byte) b});
                }
            }
            next = Arrays.copyOf(next, nodes * 256);
            value = Arrays.copyOf(value, nodes);
            return new CodeTable(encoding, next, value, bytesOf);
        }
    }
}
