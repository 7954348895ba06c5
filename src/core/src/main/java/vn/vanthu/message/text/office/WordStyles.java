package vn.vanthu.message.text.office;

import java.util.Optional;
import vn.vanthu.message.text.office.XmlScanner.Token;

/** Which font is in effect in a Word document (ECMA-376, part 1, 17.7.2), table styles left out. */
final class WordStyles {

    private final StyleChain chain = new StyleChain();
    private final ThemeFonts theme;
    private Optional<String> defaultFont = Optional.empty();
    private String defaultParagraphStyle = "";

    WordStyles(String stylesXml, ThemeFonts theme) {
        this.theme = theme;
        XmlScanner scanner = new XmlScanner(stylesXml);
        while (scanner.next()) {
            if (scanner.token() != Token.START) {
                continue;
            }
            if (scanner.localName().equals("rFonts") && scanner.isWithin("rPr", "rPrDefault")) {
                defaultFont = font(scanner);
            } else if (scanner.localName().equals("style")) {
                style(scanner);
            }
        }
    }

    private void style(XmlScanner scanner) {
        String id = scanner.attribute("styleId").orElse("");
        boolean isDefault = scanner.attribute("default").filter("1"::equals).isPresent();
        if (isDefault && scanner.attribute("type").filter("paragraph"::equals).isPresent()) {
            defaultParagraphStyle = id;
        }
        Optional<String> font = Optional.empty();
        String parent = "";
        while (scanner.next()
                && !(scanner.token() == Token.END && scanner.localName().equals("style"))) {
            if (scanner.token() != Token.START) {
                continue;
            }
            if (scanner.localName().equals("basedOn")) {
                parent = scanner.attribute("val").orElse("");
            } else if (scanner.localName().equals("rFonts") && scanner.isWithin("rPr", "style")) {
                font = font(scanner);
            }
        }
        chain.put(id, font, parent);
    }

    /** What an {@code rFonts} sets for letters beyond ASCII, which are those that tell the encoding. */
    Optional<String> font(XmlScanner rFonts) {
        return rFonts.attribute("hAnsiTheme")
                .map(theme::resolve)
                .or(() -> rFonts.attribute("hAnsi"))
                .or(() -> rFonts.attribute("asciiTheme").map(theme::resolve))
                .or(() -> rFonts.attribute("ascii"));
    }

    /** The legacy font in effect for a run. */
    Optional<LegacyFont> inEffect(Optional<String> own, String runStyle, String paragraphStyle) {
        return own.or(() -> chain.font(runStyle))
                .or(() -> chain.font(paragraphStyle.isEmpty() ? defaultParagraphStyle : paragraphStyle))
                .or(() -> defaultFont)
                .flatMap(LegacyFont::of);
    }
}
