package vn.vanthu.text;

import java.util.Optional;

/** UTF-7 (RFC 2152): runs of base 64 between a plus sign and a minus sign or anything that is not base 64. */
final class Utf7 {

    private static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    /** The text with its runs decoded; empty when there is no well-formed run. */
    static Optional<Decoded> decode(char[] text) {
        Decoded.Builder decoded = new Decoded.Builder(text.length);
        boolean found = false;
        for (int at = 0; at < text.length; ) {
            int end = text[at] == '+' ? runEnd(text, at + 1) : at;
            String run = end > at + 1 ? decodeRun(text, at + 1, end) : "";
            if (run.isEmpty()) {
                boolean escapedPlus = text[at] == '+' && at + 1 < text.length && text[at + 1] == '-';
                decoded.add(text[at], at);
                at += escapedPlus ? 2 : 1;
                continue;
            }
            for (int i = 0; i < run.length(); i++) {
                decoded.add(run.charAt(i), at);
            }
            found = true;
            at = end < text.length && text[end] == '-' ? end + 1 : end;
        }
        return found ? Optional.of(decoded.build(text.length)) : Optional.empty();
    }

    private static int runEnd(char[] text, int from) {
        int end = from;
        while (end < text.length && text[end] < 0x80 && BASE_64.indexOf(text[end]) >= 0) {
            end++;
        }
        return end;
    }

    /** The UTF-16 in a run; empty when bits are left over, or when there are controls or halves of a pair. */
    private static String decodeRun(char[] text, int from, int to) {
        StringBuilder run = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (int at = from; at < to; at++) {
            bits = bits << 6 | BASE_64.indexOf(text[at]);
            held += 6;
            if (held >= 16) {
                held -= 16;
                run.append((char) (bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        boolean wellFormed =
                held < 6 && bits == 0 && run.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c));
        return wellFormed ? run.toString() : "";
    }
}
