package vn.vanthu.message.text.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.message.text.office.XmlScanner.Token;

/**
 * The fonts that the styles of an OpenDocument file set (ODF 1.2, 16). Automatic styles hold for the part that they stand
 * in, so that there is one of these for each part.
 */
final class OdfStyles {

    private final StyleChain chain;
    private final Map<String, String> faces;

    /** The styles that both parts see, from {@code styles.xml}. */
    static OdfStyles common(String stylesXml) {
        OdfStyles styles = new OdfStyles(new StyleChain(), new HashMap<>());
        styles.read(stylesXml, "styles");
        return styles;
    }

    private OdfStyles(StyleChain chain, Map<String, String> faces) {
        this.chain = chain;
        this.faces = faces;
    }

    /** These styles and the automatic ones of a part. */
    OdfStyles withAutomatic(String xml) {
        OdfStyles styles = new OdfStyles(new StyleChain(chain), new HashMap<>(faces));
        styles.read(xml, "automatic-styles");
        return styles;
    }

    private void read(String xml, String group) {
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            if (scanner.token() != Token.START) {
                continue;
            }
            switch (scanner.name()) {
                case "style:font-face" ->
                    scanner.attribute("svg:font-family")
                            .ifPresent(family ->
                                    faces.put(scanner.attribute("style:name").orElse(""), family));
                case "style:style", "style:default-style" -> {
                    if (scanner.isWithin(group)) {
                        style(scanner);
                    }
                }
                default -> {
                    // says nothing about fonts
                }
            }
        }
    }

    private void style(XmlScanner scanner) {
        String element = scanner.name();
        String family = scanner.attribute("style:family").orElse("");
        String name = scanner.attribute("style:name").orElse("");
        String parent = scanner.attribute("style:parent-style-name").orElse("");
        Optional<String> font = Optional.empty();
        while (scanner.next()
                && !(scanner.token() == Token.END && scanner.name().equals(element))) {
            if (scanner.token() == Token.START && scanner.name().equals("style:text-properties")) {
                font = scanner.attribute("style:font-name")
                        .map(face -> faces.getOrDefault(face, face))
                        .or(() -> scanner.attribute("fo:font-family"));
            }
        }
        chain.put(key(family, name), font, name.isEmpty() ? "" : key(family, parent));
    }

    /** The font that a style, or the default style of its family, sets. */
    Optional<String> font(String family, String name) {
        Optional<String> own = chain.font(key(family, name));
        return own.isPresent() || name.isEmpty() ? own : chain.font(key(family, ""));
    }

    /** The same without the default style: for what has something else around it. */
    Optional<String> fontOfStyle(String family, String name) {
        return name.isEmpty() ? Optional.empty() : chain.font(key(family, name));
    }

    private static String key(String family, String name) {
        return family + "/" + name;
    }
}
