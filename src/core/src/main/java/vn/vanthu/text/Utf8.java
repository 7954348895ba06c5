package vn.vanthu.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What bytes look like as UTF-8 (RFC 3629: no surrogates, no overlong forms). */
final class Utf8 {

    /** More look-alikes than this within so many bytes are a crowd. */
    private static final int CROWD = 4;

    private static final int CROWD_WIDTH = 120;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The highest bit of each of eight bytes. */
    private static final long HIGH = 0x8080808080808080L;

    private static final boolean[] IS_PLAIN_ASCII = plainAscii();

    private Utf8() {}

    /**
     * Whether bytes are UTF-8 in which nothing else can hide: the quick answer for most mail. One pass.
     *
     * <p>Plain is genuine Vietnamese (letters that only Unicode has) without combining marks, character references and
     * crowds of look-alikes of legacy bytes; a few of them are symbols or foreign names. Everything else gets a closer
     * look.
     */
    static boolean isPlain(byte[] bytes, int from, int to) {
        boolean genuine = false;
        Crowd lookAlikes = new Crowd();
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b >= 0) {
                if (IS_PLAIN_ASCII[b] || b == '#' && (at == from || bytes[at - 1] != '&')) {
                    at++;
                    continue;
                }
                return false;
            }
            if (b == (byte) 0xE1 && at + 2 < to && (bytes[at + 1] & 0xFE) == 0xBA && bytes[at + 2] < (byte) 0xC0) {
                genuine = true;
                at += 3;
                continue;
            }
            if (b >= (byte) 0xC3 && b <= (byte) 0xC6 && at + 1 < to && bytes[at + 1] < (byte) 0xC0) {
                char c = (char) ((b & 0x1F) << 6 | bytes[at + 1] & 0x3F);
                boolean vietnamese = Alphabet.isAccented(c);
                if (!vietnamese && lookAlikes.addsUp(at)) {
                    return false;
                }
                genuine |= vietnamese && c > 0xFF;
                at += 2;
                continue;
            }
            int length = sequenceLength(bytes, at, to);
            if (length == 0 || length == 2 && (isMark(b) || lookAlikes.addsUp(at))) {
                return false;
            }
            at += length;
        }
        return genuine;
    }

    /** The lead byte of the combining marks. */
    private static boolean isMark(byte lead) {
        return lead == (byte) 0xCC || lead == (byte) 0xCD;
    }

    private static boolean[] plainAscii() {
        boolean[] plain = new boolean[128];
        for (int b = 0; b < 128; b++) {
            plain[b] = b >= ' ' && b != '#' || b == '\n' || b == '\r' || b == '\t';
        }
        return plain;
    }

    /** Notices when look-alikes of legacy bytes stand close together. */
    private static final class Crowd {
        private final int[] places = new int[CROWD];
        private int count;

        boolean addsUp(int at) {
            int oldest = places[count % CROWD];
            places[count % CROWD] = at;
            count++;
            return count > CROWD && at - oldest < CROWD_WIDTH;
        }
    }

    /**
     * The sequences of more than one byte that are well-formed, and the bytes that are not.
     *
     * @param sequences well-formed sequences of more than one byte
     * @param stray bytes from 0x80 that belong to none
     */
    record Census(int sequences, int stray) {
        boolean isValid() {
            return stray == 0;
        }

        boolean isAscii() {
            return stray == 0 && sequences == 0;
        }

        /** True for UTF-8 that was cut or damaged in a few places. */
        boolean isDamaged() {
            return stray > 0 && sequences >= 4 * stray;
        }
    }

    static Census census(byte[] bytes, int from, int to) {
        int sequences = 0;
        int stray = 0;
        for (int at = from; at < to; ) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = sequenceLength(bytes, at, to);
            if (length == 0) {
                stray++;
                at++;
            } else {
                sequences++;
                at += length;
            }
        }
        return new Census(sequences, stray);
    }

    /** The place of the first byte from 0x80; the end of the text when there is none. */
    static int firstBeyondAscii(byte[] bytes) {
        int at = 0;
        while (at + 8 <= bytes.length && ((long) LONG.get(bytes, at) & HIGH) == 0) {
            at += 8;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /**
     * The place, from one on, of the next two bytes that look like the start of a sequence; the end of the text when
     * there are none. Looks at eight bytes at once: in legacy text they are rare.
     */
    static int nextPair(byte[] bytes, int from) {
        int at = from;
        for (; at + 9 <= bytes.length; at += 8) {
            if (startPairs((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + 1)) != 0) {
                break;
            }
        }
        while (at + 1 < bytes.length && !((bytes[at] & 0xC0) == 0xC0 && (bytes[at + 1] & 0xC0) == 0x80)) {
            at++;
        }
        return at + 1 < bytes.length ? at : bytes.length;
    }

    /** The bytes 11...... that 10...... follows. */
    private static long startPairs(long bytes, long following) {
        return bytes & bytes << 1 & following & ~(following << 1) & HIGH;
    }

    /** The length of the well-formed sequence that starts here with a byte from 0x80; 0 when there is none. */
    static int sequenceLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        if (second < lowestSecond(lead) || second > highestSecond(lead)) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int lowestSecond(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highestSecond(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}
