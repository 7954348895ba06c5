package vn.vanthu.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An encoded word, {@code =?charset?B?...?=} (RFC 2047 section 2; the language of RFC 2231 section 5 is passed over). Its
 * length is not limited and spaces inside are taken, as mail programs do.
 */
final class EncodedWord {

    private static final int LONGEST_CHARSET = 60;

    private final int start;
    private final int end;
    private final String charset;
    private final byte[] content;

    private EncodedWord(int start, int end, String charset, byte[] content) {
        this.start = start;
        this.end = end;
        this.charset = charset;
        this.content = content;
    }

    int start() {
        return start;
    }

    /** After the last byte. */
    int end() {
        return end;
    }

    String charset() {
        return charset;
    }

    /** The bytes that were encoded. */
    byte[] content() {
        return content;
    }

    /** In one pass over the value: the place of the next {@code ?=} is looked for only once. */
    static List<EncodedWord> allIn(byte[] value) {
        List<EncodedWord> words = new ArrayList<>();
        int close = -1;
        for (int at = 0; at + 1 < value.length; at++) {
            if (value[at] != '=' || value[at + 1] != '?') {
                continue;
            }
            int second = indexOf('?', value, at + 2, at + 2 + LONGEST_CHARSET);
            if (second <= at + 2 || second + 2 >= value.length || value[second + 2] != '?') {
                continue;
            }
            close = close >= second + 3 ? close : closeFrom(value, second + 3);
            boolean whole = close < value.length && !opensAnother(value, second + 3, close);
            byte[] content = whole ? decode(value, second + 1, close) : null;
            if (content != null) {
                words.add(new EncodedWord(at, close + 2, charset(value, at + 2, second), content));
                at = close + 1;
            }
        }
        return words;
    }

    private static int indexOf(char wanted, byte[] value, int from, int limit) {
        for (int i = from; i < value.length && i < limit; i++) {
            if (value[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Where the next {@code ?=} is; the value's length when there is none. */
    private static int closeFrom(byte[] value, int from) {
        for (int i = from; i + 1 < value.length; i++) {
            if (value[i] == '?' && value[i + 1] == '=') {
                return i;
            }
        }
        return value.length;
    }

    /** Whether {@code =?} stands in between: then the first word was never closed. */
    private static boolean opensAnother(byte[] value, int from, int close) {
        for (int i = from; i + 1 < close; i++) {
            if (value[i] == '=' && value[i + 1] == '?') {
                return true;
            }
        }
        return false;
    }

    private static String charset(byte[] value, int from, int to) {
        String name = new String(value, from, to - from, StandardCharsets.ISO_8859_1);
        int language = name.indexOf('*');
        return (language < 0 ? name : name.substring(0, language)).toLowerCase(Locale.ROOT);
    }

    /** The bytes from the letter of the encoding to the close; null when the encoding is neither B nor Q. */
    private static byte @Nullable [] decode(byte[] value, int encoding, int close) {
        return switch (value[encoding]) {
            case 'B', 'b' -> base64(value, encoding + 2, close);
            case 'Q', 'q' -> quoted(value, encoding + 2, close);
            default -> null;
        };
    }

    private static byte[] base64(byte[] value, int from, int to) {
        ByteArrayOutputStream digits = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            int digit = value[i];
            if (digit >= 'A' && digit <= 'Z'
                    || digit >= 'a' && digit <= 'z'
                    || digit >= '0' && digit <= '9'
                    || digit == '+'
                    || digit == '/') {
                digits.write(digit);
            }
        }
        byte[] all = digits.toByteArray();
        int whole = all.length % 4 == 1 ? all.length - 1 : all.length;
        return Base64.getDecoder().decode(Arrays.copyOf(all, whole));
    }

    private static byte[] quoted(byte[] value, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            int high = value[i] == '=' && i + 2 < to ? Character.digit(value[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value[i + 2], 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(value[i] == '_' ? ' ' : value[i]);
            }
        }
        return bytes.toByteArray();
    }
}
