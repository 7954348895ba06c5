package vn.vanthu.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a text besides its bytes.
 *
 * <p>A declared charset is a weak hint: senders declare what their program writes by default. What the body of the same
 * message turned out to be is a strong one: it decides for a Subject that is too short by itself.
 *
 * @param declared the encoding that a charset parameter names
 * @param context the encoding found in the rest of the message
 */
public record Evidence(Optional<Encoding> declared, Optional<Encoding> context) {

    private static final Map<String, Encoding> CHARSETS = Map.ofEntries(
            Map.entry("windows-1258", Encoding.CP1258),
            Map.entry("cp1258", Encoding.CP1258),
            Map.entry("x-cp1258", Encoding.CP1258),
            Map.entry("viscii", Encoding.VISCII),
            Map.entry("csviscii", Encoding.VISCII),
            Map.entry("viqr", Encoding.VIQR),
            Map.entry("csviqr", Encoding.VIQR),
            Map.entry("tcvn", Encoding.TCVN5712_1),
            Map.entry("tcvn-5712", Encoding.TCVN5712_1),
            Map.entry("tcvn5712-1", Encoding.TCVN5712_1),
            Map.entry("tcvn5712-1:1993", Encoding.TCVN5712_1),
            Map.entry("x-viet-tcvn5712", Encoding.TCVN3),
            Map.entry("x-viet-tcvn", Encoding.TCVN3),
            Map.entry("x-tcvn3", Encoding.TCVN3),
            Map.entry("x-viet-vps", Encoding.VPS),
            Map.entry("x-vps", Encoding.VPS),
            Map.entry("x-viet-vni", Encoding.VNI_WIN),
            Map.entry("x-vni", Encoding.VNI_WIN),
            Map.entry("utf-7", Encoding.UTF_7),
            Map.entry("unicode-1-1-utf-7", Encoding.UTF_7));

    private static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());

    public static Evidence none() {
        return NONE;
    }

    /** The hint in a charset name; none for the names that say nothing about Vietnamese. */
    public static Evidence ofCharset(String name) {
        return new Evidence(Optional.ofNullable(CHARSETS.get(name.trim().toLowerCase(Locale.ROOT))), Optional.empty());
    }

    public Evidence withContext(Encoding found) {
        return new Evidence(declared, Optional.of(found));
    }

    boolean supports(Encoding encoding) {
        return declared.filter(encoding::equals).isPresent()
                || context.filter(encoding::equals).isPresent();
    }

    /** What this adds to the gain of reading a text in an encoding. */
    float prior(Encoding encoding) {
        float prior = declared.filter(encoding::equals).isPresent() ? 4 : 0;
        return prior + (context.filter(encoding::equals).isPresent() ? 7 : 0);
    }
}
