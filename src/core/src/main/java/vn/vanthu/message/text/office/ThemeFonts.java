package vn.vanthu.message.text.office;

/**
 * The two fonts of an OOXML theme.
 *
 * @param major for headings
 * @param minor for the rest
 */
record ThemeFonts(String major, String minor) {

    static final ThemeFonts NONE = new ThemeFonts("", "");

    static ThemeFonts of(String xml) {
        String major = "";
        String minor = "";
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            if (scanner.token() == XmlScanner.Token.START && scanner.localName().equals("latin")) {
                String font = scanner.attribute("typeface").orElse("");
                major = scanner.isWithin("majorFont") ? font : major;
                minor = scanner.isWithin("minorFont") ? font : minor;
            }
        }
        return new ThemeFonts(major, minor);
    }

    /** The font for a reference as it stands in Word ({@code minorHAnsi}) or in drawings ({@code +mj-lt}). */
    String resolve(String reference) {
        return reference.startsWith("major") || reference.startsWith("+mj") ? major : minor;
    }
}
