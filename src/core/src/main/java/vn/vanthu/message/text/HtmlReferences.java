package vn.vanthu.message.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML: numbers, and the names of ISO-8859-1 and of common punctuation. */
final class HtmlReferences {

    private static final Pattern REFERENCE =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});");

    /** From U+00A0 on. */
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"
                    + " deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                    + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                    + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
                    + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                    + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, String> NAMED = named();

    private HtmlReferences() {}

    private static Map<String, String> named() {
        Map<String, String> names = new HashMap<>(Map.of(
                "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "ndash", "\u2013", "mdash", "\u2014", "hellip",
                "\u2026"));
        names.putAll(
                Map.of("lsquo", "\u2018", "rsquo", "\u2019", "ldquo", "\u201C", "rdquo", "\u201D", "bull", "\u2022"));
        String[] latin = LATIN_1.split(" ");
        for (int i = 0; i < latin.length; i++) {
            names.put(latin[i], String.valueOf((char) (0xA0 + i)));
        }
        return Map.copyOf(names);
    }

    static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(decodeOne(found.group(), found.group(1))));
    }

    private static String decodeOne(String whole, String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, whole);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int codePoint = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean character = Character.isValidCodePoint(codePoint)
                && codePoint >= ' '
                && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
        return character ? Character.toString(codePoint) : whole;
    }
}
