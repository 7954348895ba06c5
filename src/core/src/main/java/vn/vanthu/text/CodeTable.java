package vn.vanthu.text;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One 8-bit Vietnamese encoding: which bytes are which letter, as a tree that takes the longest match.
 *
 * <p>Works on <em>units</em>: the values 0 to 255 are bytes, greater ones are characters that stand for themselves (see
 * {@link Units}). So raw bytes and bytes that were wrapped in Unicode go through the same code. Immutable.
 */
final class CodeTable {

    /** How much longer than the longest result the output must be. */
    static final int SLACK = 8;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ROOT = 0;

    private final Encoding encoding;
    /** The node reached from node {@code n} by byte {@code b} is at {@code n * 256 + b}; 0 is none. */
    private final short[] next;
    /** The character that ends at a node; 0 is none. */
    private final char[] value;

    private final Map<Character, byte[]> bytesOf;
    /** For the fast way: the UTF-8 of each single byte. */
    private final int[] single = new int[256];
    /** For the fast way: what two bytes are (see {@link #step}); empty where every letter is one byte. */
    private volatile long @Nullable [] steps;

    private final boolean[] mayGoOn;
    private final boolean isSingleByte;

    private final boolean hasSymbolLetters;

    private CodeTable(Encoding encoding, short[] next, char[] value, Map<Character, byte[]> bytesOf) {
        this.encoding = encoding;
        this.next = next;
        this.value = value;
        this.bytesOf = bytesOf;
        for (int b = 0; b < 256; b++) {
            single[b] = utf8(value[next[b]]);
        }
        this.mayGoOn = mayGoOn();
        this.isSingleByte = IntStream.range(0, 256).noneMatch(b -> mayGoOn[b]);
        this.hasSymbolLetters = IntStream.range(' ', 0x7F).anyMatch(b -> value[next[b]] != b);
    }

    Encoding encoding() {
        return encoding;
    }

    /** Whether it writes letters with symbols of ASCII: {@code ^} is Ỳ in BK HCM1. */
    boolean hasSymbolLetters() {
        return hasSymbolLetters;
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
     * @param out from {@code outFrom} on at least three times as long as the input and {@link #SLACK} more
     * @return the number of bytes written
     */
    int decodeToUtf8(byte[] in, int from, int to, byte[] out, int outFrom) {
        long[] steps = steps();
        int written = outFrom;
        int at = from;
        // No branch depends on the text, as none could be foretold; what is stored beyond a character is overwritten.
        while (steps.length > 0 && at + 1 < to) {
            long step = steps[(in[at] & 0xFF) << 8 | in[at + 1] & 0xFF];
            LONG.set(out, written, step);
            written += (int) (step >>> 48) & 0xFF;
            at += (int) (step >>> 56);
        }
        while (at < to) {
            int packed = single[in[at++] & 0xFF];
            INT.set(out, written, packed & 0xFFFFFF);
            written += packed >>> 24;
        }
        return written - outFrom;
    }

    /** The character of a byte that stands alone. */
    char letterOf(int unsignedByte) {
        return value[next[unsignedByte]];
    }

    /** Whether every letter is one byte. */
    boolean isSingleByte() {
        return isSingleByte;
    }

    /** Which bytes are a letter together with some others. */
    private boolean[] mayGoOn() {
        boolean[] firsts = new boolean[256];
        for (int i = 0; i < 256 * 256; i++) {
            firsts[i >> 8] |= next[i >> 8] != ROOT && next[next[i >> 8] * 256 + (i & 0xFF)] != ROOT;
        }
        return firsts;
    }

    /** Made when first used: few of the tables ever decode a long text. Two threads would make the same. */
    private long[] steps() {
        long[] made = steps;
        if (made == null) {
            made = new long[isSingleByte ? 0 : 256 * 256];
            for (int i = 0; i < made.length; i++) {
                made[i] = step(i >> 8, i & 0xFF, mayGoOn[i & 0xFF]);
            }
            steps = made;
        }
        return made;
    }

    /**
     * What to do at two bytes: the UTF-8 in the lowest six bytes, its length in the next, and how many of the two it
     * is in the highest. Two that are no letter together are taken at once, unless the second may go with a third.
     */
    private long step(int first, int second, boolean secondMayGoOn) {
        int pair = next[first] == ROOT ? ROOT : next[next[first] * 256 + second];
        int packed = pair == ROOT ? single[first] : utf8(value[pair]);
        long bytes = packed & 0xFFFFFF;
        int length = packed >>> 24;
        if (pair == ROOT && !secondMayGoOn) {
            bytes |= (single[second] & 0xFFFFFFL) << 8 * length;
            length += single[second] >>> 24;
        }
        return (pair != ROOT || !secondMayGoOn ? 2L : 1L) << 56 | (long) length << 48 | bytes;
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

    /** The UTF-8 of a character from the lowest byte on, and its length in the highest. */
    private static int utf8(char c) {
        if (c < 0x80) {
            return 1 << 24 | c;
        }
        if (c < 0x800) {
            return 2 << 24 | (0x80 | c & 0x3F) << 8 | 0xC0 | c >> 6;
        }
        return 3 << 24 | (0x80 | c & 0x3F) << 16 | (0x80 | c >> 6 & 0x3F) << 8 | 0xE0 | c >> 12;
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
