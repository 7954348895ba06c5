package vn.vanthu.message.text.office;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

/**
 * A font that draws the bytes of a legacy encoding as Vietnamese letters.
 *
 * @param capitals whether it draws small letters as capitals, which {@link Encoding#TCVN3_CAPITALS} says already
 */
public record LegacyFont(Encoding encoding, boolean capitals) {

    /** What its texts are given instead. */
    static final String UNICODE_FONT = "Times New Roman";

    /** The byte AD, which TCVN3 has for ư, as programs keep it that take it for a hyphen. */
    static final char SOFT_HYPHEN = '\u00AD';

    private static final Pattern CAPITALS = Pattern.compile(".* (H|Hoa|HOA)$");

    /** Letters that no legacy text is misread as: such a text is Unicode, whatever its font. */
    private static final Pattern UNICODE = Pattern.compile("[\u01A0\u01A1\u01AF\u01B0\u0300-\u0323\u1EA0-\u1EF9]");

    /** The font of this name, as it stands in a file: in quotes or not, the first of several. */
    public static Optional<LegacyFont> of(String name) {
        String font = name.split("[,;]", 2)[0]
                .strip()
                .replaceAll("^['\"]+|['\"]+$", "")
                .strip();
        String lower = font.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".vn")) {
            boolean capitals = font.endsWith("H") || lower.equals(font) && font.endsWith("h");
            return Optional.of(new LegacyFont(capitals ? Encoding.TCVN3_CAPITALS : Encoding.TCVN3, false));
        }
        boolean capitals = CAPITALS.matcher(font).matches();
        if (lower.startsWith("vni-") || lower.startsWith("vni ")) {
            return Optional.of(new LegacyFont(Encoding.VNI_WIN, false));
        }
        if (lower.startsWith("vps ")) {
            return Optional.of(new LegacyFont(Encoding.VPS, capitals));
        }
        boolean viscii = lower.startsWith("vi times") || lower.startsWith("vi arial");
        return viscii ? Optional.of(new LegacyFont(Encoding.VISCII, capitals)) : Optional.empty();
    }

    public static boolean isUnicode(String text) {
        return UNICODE.matcher(text).find();
    }

    /** Its letters in Unicode. */
    public Conversion decode(VietnameseText engine, String text) {
        Conversion conversion = engine.decode(withoutSymbols(text), encoding);
        return capitals
                ? new Conversion(encoding, true, conversion.text().toUpperCase(Locale.ROOT), false, 0)
                : conversion;
    }

    /** Word writes a character of a font that it takes for a symbol font as U+F000 and its byte. */
    private static String withoutSymbols(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) >= '\uF020' && out.charAt(i) <= '\uF0FF') {
                out.setCharAt(i, (char) (out.charAt(i) - 0xF000));
            }
        }
        return out.toString();
    }
}
