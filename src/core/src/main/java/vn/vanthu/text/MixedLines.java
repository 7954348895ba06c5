package vn.vanthu.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** Text of which some lines are UTF-8 and others are not: replies that quote, files that were put together. */
final class MixedLines {

    private MixedLines() {}

    /** Whether there are bytes beyond ASCII, and no line of them is UTF-8. Quick for legacy text. */
    static boolean isWithoutUtf8(byte[] text) {
        int at = Utf8.firstBeyondAscii(text);
        if (at == text.length) {
            return false;
        }
        for (at = Utf8.nextPair(text, at); at < text.length; at = Utf8.nextPair(text, at)) {
            int end = lineEnd(text, at);
            if (kind(text, lineStart(text, at), end) == 1) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** Whether some line is UTF-8 beyond ASCII, and another one is not UTF-8. */
    static boolean isMixed(byte[] text) {
        boolean unicode = false;
        boolean bytes = false;
        for (int at = 0; at < text.length; ) {
            int end = lineEnd(text, at);
            Utf8.Census census = Utf8.census(text, at, end);
            unicode |= census.isValid() && !census.isAscii() || census.isDamaged();
            bytes |= !census.isValid() && !census.isDamaged();
            at = end;
        }
        return unicode && bytes;
    }

    /** Converts the lines that are UTF-8 and those that are not each as one text, and puts them together again. */
    static Conversion convert(byte[] text, Function<byte[], Conversion> convert) {
        StringBuilder whole = new StringBuilder(text.length);
        Conversion first = null;
        boolean changed = false;
        boolean flagged = false;
        int lost = 0;
        for (int at = 0; at < text.length; ) {
            int end = groupEnd(text, at);
            Conversion part = convert.apply(Arrays.copyOfRange(text, at, end));
            whole.append(part.text());
            first = first == null || !first.changed() && part.changed() ? part : first;
            changed |= part.changed();
            flagged |= part.flagged();
            lost += part.lost();
            at = end;
        }
        if (first == null || !changed) {
            String asItIs = new String(text, StandardCharsets.UTF_8);
            return new Conversion(Encoding.UNKNOWN, false, asItIs, flagged, 0);
        }
        return new Conversion(first.encoding(), true, whole.toString(), flagged, lost);
    }

    /** The end of the lines from here that are of one kind; ASCII lines go with those before them. */
    private static int groupEnd(byte[] text, int from) {
        int end = lineEnd(text, from);
        int kind = kind(text, from, end);
        while (end < text.length) {
            int next = lineEnd(text, end);
            int nextKind = kind(text, end, next);
            if (kind != 0 && nextKind != 0 && nextKind != kind) {
                return end;
            }
            kind = kind == 0 ? nextKind : kind;
            end = next;
        }
        return end;
    }

    /** 0 for ASCII, 1 for UTF-8, 2 for other bytes. */
    private static int kind(byte[] text, int from, int to) {
        Utf8.Census census = Utf8.census(text, from, to);
        return census.isAscii() ? 0 : census.isValid() || census.isDamaged() ? 1 : 2;
    }

    private static int lineStart(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int lineEnd(byte[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return Math.min(text.length, end + 1);
    }
}
