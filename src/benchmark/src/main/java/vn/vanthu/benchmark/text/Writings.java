package vn.vanthu.benchmark.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

/** Every way to write a Vietnamese text that is measured, by name; a way gives no bytes for what it cannot write. */
final class Writings {

    private static final String WINDOWS_1252_GAPS = "\u0081\u008D\u008F\u0090\u009D";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Writings() {}

    static Map<String, Function<String, byte[]>> all(VietnameseText engine) {
        Map<String, Function<String, byte[]>> ways = new LinkedHashMap<>();
        for (Encoding encoding : Encoding.withTable()) {
            if (encoding != Encoding.TCVN3_CAPITALS) {
                ways.put(encoding.id(), text -> bytes(engine, text, encoding));
            }
        }
        for (Encoding encoding : new Encoding[] {Encoding.TCVN3, Encoding.VNI_WIN, Encoding.VISCII, Encoding.VPS}) {
            ways.put(encoding.id() + " wrapped", text -> utf8(asWindows1252(bytes(engine, text, encoding))));
            ways.put(encoding.id() + " wrapped latin1", text -> utf8(asLatin1(bytes(engine, text, encoding))));
        }
        ways.put("mojibake", text -> utf8(asWindows1252(utf8(text))));
        ways.put("mojibake latin1", text -> utf8(asLatin1(utf8(text))));
        ways.put("mojibake twice", text -> utf8(asWindows1252(utf8(asWindows1252(utf8(text))))));
        ways.put("utf8-nfd", text -> utf8(Normalizer.normalize(text, Form.NFD)));
        ways.put("utf8-half", text -> utf8(halfComposed(text)));
        ways.put("ncr", text -> ncr(text, "&#%d;"));
        ways.put("ncr hex", text -> ncr(text, "&#x%X;"));
        ways.put("utf-7", Writings::utf7);
        ways.put("viqr", text -> viqr(text, false));
        ways.put("viqr escaped", text -> viqr(text, true));
        ways.put("utf-8", Writings::utf8);
        return ways;
    }

    /** None when a character has no code; a capital may do with its small letter. */
    private static byte[] bytes(VietnameseText engine, String text, Encoding encoding) {
        boolean possible = text.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .allMatch(c -> engine.canEncode(c, encoding) || engine.canEncode(c.toLowerCase(Locale.ROOT), encoding));
        return possible ? engine.encode(text, encoding) : new byte[0];
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String asLatin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As browsers do: C1 controls where windows-1252 has no character. */
    static String asWindows1252(byte[] bytes) {
        String latin1 = asLatin1(bytes);
        StringBuilder text = new StringBuilder();
        for (char c : latin1.toCharArray()) {
            boolean control = c < 0x80 || c > 0x9F || WINDOWS_1252_GAPS.indexOf(c) >= 0;
            text.append(control ? c : new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0));
        }
        return text.toString();
    }

    /** The letters with their shape, the tones as combining marks. */
    private static String halfComposed(String text) {
        StringBuilder half = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Form.NFD);
            StringBuilder shape = new StringBuilder();
            StringBuilder tone = new StringBuilder();
            for (char part : parts.toCharArray()) {
                ("\u0300\u0301\u0303\u0309\u0323".indexOf(part) >= 0 ? tone : shape).append(part);
            }
            half.append(Normalizer.normalize(shape, Form.NFC)).append(tone);
        }
        return half.toString();
    }

    private static byte[] ncr(String text, String format) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(c < 0x80 ? Character.toString(c) : String.format(format, c)));
        return utf8(out.toString());
    }

    private static byte[] utf7(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= 0x80) {
                end++;
            }
            if (end > at) {
                byte[] utf16 = text.substring(at, end).getBytes(StandardCharsets.UTF_16BE);
                out.write('+');
                out.writeBytes(Base64.getEncoder().withoutPadding().encode(utf16));
                out.write('-');
                at = end;
            } else {
                out.writeBytes(utf8(text.charAt(at) == '+' ? "+-" : String.valueOf(text.charAt(at))));
                at++;
            }
        }
        return out.toByteArray();
    }

    private static byte[] viqr(String text, boolean escaped) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean afterLetter = !out.isEmpty() && Character.isLetter(lastBase(out));
            if (escaped && afterLetter && "'`?~.^(+".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(viqr(c));
            }
        }
        return utf8(out.toString());
    }

    private static char lastBase(CharSequence text) {
        int at = text.length() - 1;
        while (at > 0 && "'`?~.^(+".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return text.charAt(at);
    }

    private static String viqr(char c) {
        if (c == 'đ' || c == 'Đ') {
            return c == 'đ' ? "dd" : "DD";
        }
        String half = halfComposed(String.valueOf(c));
        return Normalizer.normalize(half.substring(0, 1), Form.NFD)
                .concat(half.substring(1))
                .replace('\u0302', '^')
                .replace('\u0306', '(')
                .replace('\u031B', '+')
                .replace('\u0300', '`')
                .replace('\u0301', '\'')
                .replace('\u0309', '?')
                .replace('\u0303', '~')
                .replace('\u0323', '.');
    }
}
