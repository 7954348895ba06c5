package vn.vanthu.message.text.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.message.text.office.XmlScanner.Token;

/**
 * The texts of an XLSX: shared strings, strings in cells, results of formulas, comments.
 *
 * <p>A shared string has the font of the cells that show it, a rich one those of its runs. One that is shown in a legacy
 * font here and in another there is decoded when it has letters beyond ASCII: in the other font it is garbage anyway.
 */
final class SheetText {

    /** How a shared string is shown. */
    private record Use(Optional<LegacyFont> font, boolean mixed) {
        static final Use NONE = new Use(Optional.empty(), false);

        Use and(Optional<LegacyFont> other) {
            return font.equals(other) ? this : new Use(font.or(() -> other), true);
        }

        Optional<LegacyFont> forText(String text) {
            return mixed && text.chars().allMatch(c -> c < 0x80) ? Optional.empty() : font;
        }
    }

    private final XmlParts parts;
    private final Decoder decoder;
    private final List<Optional<LegacyFont>> cellFonts;
    private final Map<Integer, Use> uses = new HashMap<>();

    private SheetText(XmlParts parts, Decoder decoder) {
        this.parts = parts;
        this.decoder = decoder;
        this.cellFonts = cellFonts(parts.get("xl/styles.xml"));
    }

    static void read(XmlParts parts, Decoder decoder) {
        SheetText sheets = new SheetText(parts, decoder);
        parts.names("xl/worksheets/[^/]+\\.xml").forEach(sheets::sheet);
        sheets.strings("xl/sharedStrings.xml");
        parts.names("xl/comments[^/]*\\.xml").forEach(sheets::strings);
    }

    /** The legacy font of each cell format, in order. */
    private static List<Optional<LegacyFont>> cellFonts(String xml) {
        List<Optional<LegacyFont>> fonts = new ArrayList<>();
        List<Optional<LegacyFont>> formats = new ArrayList<>();
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            if (scanner.token() != Token.START) {
                continue;
            }
            if (scanner.localName().equals("font") && scanner.isWithin("fonts")) {
                fonts.add(Optional.empty());
            } else if (scanner.localName().equals("name") && scanner.isWithin("font", "fonts")) {
                fonts.set(fonts.size() - 1, scanner.attribute("val").flatMap(LegacyFont::of));
            } else if (scanner.localName().equals("xf") && scanner.isWithin("cellXfs")) {
                formats.add(at(fonts, number(scanner.attribute("fontId"))));
            }
        }
        return formats;
    }

    private static Optional<LegacyFont> at(List<Optional<LegacyFont>> fonts, int index) {
        return index >= 0 && index < fonts.size() ? fonts.get(index) : Optional.empty();
    }

    private static int number(Optional<String> digits) {
        try {
            return Integer.parseInt(digits.orElse("0").strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void sheet(String name) {
        XmlScanner scanner = new XmlScanner(parts.get(name));
        Rich rich = new Rich(scanner, parts.edits(name));
        Optional<LegacyFont> font = Optional.empty();
        String type = "";
        while (scanner.next()) {
            if (scanner.token() == Token.START && scanner.localName().equals("c")) {
                font = at(cellFonts, number(scanner.attribute("s")));
                type = scanner.attribute("t").orElse("");
            } else if (scanner.token() == Token.TEXT && scanner.isWithin("v", "c")) {
                value(scanner, type, font, parts.edits(name));
            } else if (type.equals("inlineStr")) {
                rich.token(new Use(font, false));
            }
        }
    }

    private void value(XmlScanner scanner, String type, Optional<LegacyFont> font, TextEdits edits) {
        if (type.equals("s")) {
            int index = number(Optional.of(scanner.text()));
            Use use = uses.get(index);
            uses.put(index, use == null ? new Use(font, false) : use.and(font));
        } else if (type.equals("str")) {
            decoder.add(edits, scanner.start(), scanner.end(), scanner.text(), font);
            decoder.endParagraph();
        }
    }

    private void strings(String name) {
        XmlScanner scanner = new XmlScanner(parts.get(name));
        Rich rich = new Rich(scanner, parts.edits(name));
        int index = 0;
        while (scanner.next()) {
            rich.token(uses.getOrDefault(index, Use.NONE));
            index += scanner.token() == Token.END && scanner.localName().equals("si") ? 1 : 0;
        }
    }

    /** A string with runs or without. */
    private final class Rich {
        private final XmlScanner scanner;
        private final TextEdits edits;
        private Optional<Optional<LegacyFont>> own = Optional.empty();

        Rich(XmlScanner scanner, TextEdits edits) {
            this.scanner = scanner;
            this.edits = edits;
        }

        void token(Use around) {
            String name = scanner.localName();
            if (scanner.token() == Token.TEXT && scanner.isWithin("t") && !scanner.isWithin("t", "rPh")) {
                String text = scanner.text();
                Optional<LegacyFont> font = own.orElseGet(() -> around.forText(text));
                decoder.add(edits, scanner.start(), scanner.end(), text, font);
            } else if (scanner.token() == Token.START && name.equals("rFont")) {
                own = Optional.of(scanner.attribute("val").flatMap(LegacyFont::of));
            } else if (scanner.token() == Token.END && name.equals("r")) {
                own = Optional.empty();
            } else if (scanner.token() == Token.END
                    && (name.equals("si") || name.equals("is") || name.equals("text"))) {
                decoder.endParagraph();
            }
        }
    }
}
