package vn.vanthu.message.text.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The texts of ODT, ODS and ODP: {@code content.xml}, and headers, footers and master pages in {@code styles.xml}. */
final class OdfText {

    private OdfText() {}

    static void read(XmlParts parts, Decoder decoder) {
        OdfStyles common = OdfStyles.common(parts.get("styles.xml"));
        for (String name : new String[] {"content.xml", "styles.xml"}) {
            OdfStyles styles = common.withAutomatic(parts.get(name));
            new Part(parts.get(name), parts.edits(name), styles, decoder).read();
        }
    }

    /** Reads one part, with the font in effect for each open element that may hold text. */
    private static final class Part {
        private final XmlScanner scanner;
        private final TextEdits edits;
        private final OdfStyles styles;
        private final Decoder decoder;
        private final Deque<Optional<String>> fonts = new ArrayDeque<>();
        private final OdfColumns columns = new OdfColumns();

        Part(String xml, TextEdits edits, OdfStyles styles, Decoder decoder) {
            this.scanner = new XmlScanner(xml);
            this.edits = edits;
            this.styles = styles;
            this.decoder = decoder;
        }

        void read() {
            while (scanner.next()) {
                switch (scanner.token()) {
                    case START -> {
                        columns.start(scanner);
                        fonts.push(fontWithin());
                    }
                    case END -> {
                        fonts.poll();
                        if (isParagraph()) {
                            decoder.endParagraph();
                        }
                    }
                    default -> text();
                }
            }
        }

        private boolean isParagraph() {
            return scanner.name().equals("text:p") || scanner.name().equals("text:h");
        }

        private Optional<String> fontWithin() {
            Optional<String> around = fonts.isEmpty() ? Optional.empty() : fonts.peek();
            return switch (scanner.name()) {
                case "text:p", "text:h" -> paragraph(style("text:style-name"), around);
                case "text:span", "text:a" ->
                    styles.fontOfStyle("text", style("text:style-name")).or(() -> around);
                case "table:table-cell", "table:covered-table-cell" ->
                    styles.font("table-cell", columns.cellStyle(scanner)).or(() -> around);
                case "draw:frame", "draw:custom-shape", "draw:rect" -> frame().or(() -> around);
                default -> around;
            };
        }

        /** The font of a paragraph's own style, then of the cell or frame around it, then the default. */
        private Optional<String> paragraph(String style, Optional<String> around) {
            return styles.fontOfStyle("paragraph", style).or(() -> around).or(() -> styles.font("paragraph", ""));
        }

        private Optional<String> frame() {
            return styles.fontOfStyle("paragraph", style("draw:text-style-name"))
                    .or(() -> styles.fontOfStyle("presentation", style("presentation:style-name")))
                    .or(() -> styles.fontOfStyle("graphic", style("draw:style-name")));
        }

        private String style(String attribute) {
            return scanner.attribute(attribute).orElse("");
        }

        private void text() {
            if (!fonts.isEmpty() && isInParagraph()) {
                Optional<LegacyFont> font = fonts.peek().flatMap(LegacyFont::of);
                decoder.add(edits, scanner.start(), scanner.end(), scanner.text(), font);
            }
        }

        private boolean isInParagraph() {
            return scanner.isWithin("p") || scanner.isWithin("h") || scanner.isWithin("span") || scanner.isWithin("a");
        }
    }
}
