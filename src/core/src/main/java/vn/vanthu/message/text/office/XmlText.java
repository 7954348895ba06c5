package vn.vanthu.message.text.office;

/** The character references of XML. */
final class XmlText {

    private XmlText() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What is no reference stays as it is. */
    static String unescape(String raw) {
        int at = raw.indexOf('&');
        if (at < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int from = 0;
        while (at >= 0) {
            text.append(raw, from, at);
            int end = referenceEnd(raw, at);
            text.append(end < 0 ? "&" : value(raw.substring(at + 1, end), raw.substring(at, end + 1)));
            from = end < 0 ? at + 1 : end + 1;
            at = raw.indexOf('&', from);
        }
        return text.append(raw, from, raw.length()).toString();
    }

    private static int referenceEnd(String raw, int at) {
        for (int i = at + 1; i < raw.length() && i < at + 12; i++) {
            if (raw.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String value(String name, String whole) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? number(name.substring(1), whole) : whole;
        };
    }

    private static String number(String digits, String whole) {
        boolean hex = digits.startsWith("x");
        try {
            int codePoint = Integer.parseInt(hex ? digits.substring(1) : digits, hex ? 16 : 10);
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : whole;
        } catch (NumberFormatException e) {
            return whole;
        }
    }
}
