package vn.vanthu.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** UTF-8 that was read as windows-1252 or ISO-8859-1: runs of look-alikes that are well-formed UTF-8 again. */
final class Mojibake {

    private Mojibake() {}

    /** The text with such runs decoded; empty when there are none. */
    static Optional<Decoded> decode(char[] units, char[] text) {
        Decoded.Builder decoded = new Decoded.Builder(text.length);
        byte[] bytes = lowBytes(units);
        boolean found = false;
        for (int at = 0; at < units.length; ) {
            int length = isLead(units[at]) ? sequenceLength(units, bytes, at) : 0;
            if (length == 0) {
                decoded.add(text[at], at);
                at++;
                continue;
            }
            String c = new String(bytes, at, length, StandardCharsets.UTF_8);
            for (int i = 0; i < c.length(); i++) {
                decoded.addComposing(c.charAt(i), at);
            }
            found = true;
            at += length;
        }
        return found ? Optional.of(decoded.build(text.length)) : Optional.empty();
    }

    /** The same when it happened twice. */
    static Optional<Decoded> decodeTwice(Decoded once) {
        char[] text = Arrays.copyOf(once.text, once.length);
        return decode(Units.ofText(new String(text)), text).map(twice -> twice.over(once));
    }

    private static boolean isLead(char unit) {
        return unit >= 0xC2 && unit < 0xF5;
    }

    private static int sequenceLength(char[] units, byte[] bytes, int at) {
        int length = Utf8.sequenceLength(bytes, at, bytes.length);
        for (int i = 1; i < length; i++) {
            if (units[at + i] > 0xFF) {
                return 0;
            }
        }
        return length;
    }

    /** The bytes of the units; 0 for those that are no byte. */
    private static byte[] lowBytes(char[] units) {
        byte[] bytes = new byte[units.length];
        for (int i = 0; i < units.length; i++) {
            bytes[i] = units[i] > 0xFF ? 0 : (byte) units[i];
        }
        return bytes;
    }
}
