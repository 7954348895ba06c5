package vn.vanthu.message.text;

import java.util.ArrayList;
import java.util.List;

/** Where the display names stand in a list of addresses (RFC 5322, section 3.4), comments as names included. */
final class DisplayNames {

    private DisplayNames() {}

    /** Pairs of start and end. A quoted name includes its quotes; a comment excludes its parentheses. */
    static List<int[]> find(String raw, int from, int to) {
        List<int[]> names = new ArrayList<>();
        int start = from;
        for (int at = from; at < to; at++) {
            switch (raw.charAt(at)) {
                case '"' -> at = quoteEnd(raw, at, to);
                case '<' -> {
                    names.add(new int[] {start, at});
                    at = find(raw, '>', at, to);
                    start = at + 1;
                }
                case '(' -> {
                    int end = find(raw, ')', at, to);
                    names.add(new int[] {at + 1, Math.min(end, to)});
                    at = end;
                    start = end + 1;
                }
                case ',', ';', ':' -> start = at + 1;
                default -> {
                    // part of a name or an address
                }
            }
        }
        return names;
    }

    private static int quoteEnd(String raw, int from, int to) {
        int at = from + 1;
        while (at < to && raw.charAt(at) != '"') {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    private static int find(String raw, char c, int from, int to) {
        int at = raw.indexOf(c, from);
        return at < 0 || at > to ? to : at;
    }
}
