package vn.vanthu.message.text.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.message.text.office.ShapeFonts.Placeholder;

/** The texts of slides, and of charts, diagrams and drawings in all OOXML files (DrawingML). */
final class DrawingText {

    private static final String SLIDES =
            "ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters)/[^/]+\\.xml";
    private static final String DRAWINGS = "(word|xl|ppt)/(charts|diagrams|drawings)/[^/]+\\.xml";

    private final XmlParts parts;
    private final Decoder decoder;
    private final Map<String, ShapeFonts> fontsOf = new HashMap<>();
    private final ShapeFonts presentation;

    private DrawingText(XmlParts parts, Decoder decoder) {
        this.parts = parts;
        this.decoder = decoder;
        this.presentation = new ShapeFonts(parts.get("ppt/presentation.xml"), Optional.empty());
    }

    static void read(XmlParts parts, Decoder decoder) {
        DrawingText drawings = new DrawingText(parts, decoder);
        parts.names(SLIDES).forEach(drawings::slide);
        parts.names(DRAWINGS).forEach(name -> drawings.new Part(name, drawings.presentation, ThemeFonts.NONE).read());
    }

    private void slide(String name) {
        String layout = Relations.target(parts, name, "/slideLayout").orElse(name);
        String master = Relations.target(parts, layout, "/slideMaster")
                .or(() -> Relations.target(parts, layout, "/notesMaster"))
                .orElse(layout);
        ThemeFonts theme = Relations.target(parts, master, "/theme")
                .map(target -> ThemeFonts.of(parts.get(target)))
                .orElse(ThemeFonts.NONE);
        ShapeFonts fonts = fonts(layout, Optional.of(fonts(master, Optional.of(presentation))));
        new Part(name, fonts, theme).read();
    }

    private ShapeFonts fonts(String name, Optional<ShapeFonts> behind) {
        ShapeFonts known = fontsOf.get(name);
        ShapeFonts fonts = known == null ? new ShapeFonts(parts.get(name), behind) : known;
        fontsOf.put(name, fonts);
        return fonts;
    }

    /** Reads one part. */
    private final class Part {
        private final XmlScanner scanner;
        private final TextEdits edits;
        private final ShapeFonts inherited;
        private final ThemeFonts theme;
        private final Map<Integer, String> listStyle = new HashMap<>();
        private Placeholder placeholder = Placeholder.NONE;
        private int level;
        private Optional<String> run = Optional.empty();
        private Optional<String> paragraph = Optional.empty();

        Part(String name, ShapeFonts inherited, ThemeFonts theme) {
            this.scanner = new XmlScanner(parts.get(name));
            this.edits = parts.edits(name);
            this.inherited = inherited;
            this.theme = theme;
        }

        void read() {
            while (scanner.next()) {
                switch (scanner.token()) {
                    case START -> start();
                    case END -> {
                        if (scanner.localName().equals("p")) {
                            decoder.endParagraph();
                        }
                    }
                    default -> text();
                }
            }
        }

        private void start() {
            switch (scanner.localName()) {
                case "sp", "graphicFrame" -> {
                    placeholder = Placeholder.NONE;
                    listStyle.clear();
                }
                case "ph" -> placeholder = Placeholder.of(scanner);
                case "p" -> {
                    level = 0;
                    paragraph = Optional.empty();
                }
                case "pPr" -> level = level(scanner.attribute("lvl").orElse("0"));
                case "r", "fld" -> run = Optional.empty();
                case "latin" -> font(scanner.attribute("typeface"));
                default -> {
                    // says nothing about fonts
                }
            }
        }

        private void font(Optional<String> font) {
            if (scanner.isWithin("rPr", "r") || scanner.isWithin("rPr", "fld")) {
                run = font;
            } else if (scanner.isWithin("defRPr", "pPr", "p")) {
                paragraph = font;
            }
            for (int i = 0; i < 9; i++) {
                if (scanner.isWithin("defRPr", "lvl" + (i + 1) + "pPr", "lstStyle")) {
                    listStyle.put(i, font.orElse(""));
                }
            }
        }

        private void text() {
            if (!scanner.isWithin("t", "r") && !scanner.isWithin("t", "fld")) {
                return;
            }
            Optional<LegacyFont> font = run.or(() -> paragraph)
                    .or(() -> Optional.ofNullable(listStyle.get(level)))
                    .or(() -> inherited.font(placeholder, level))
                    .or(() -> Optional.of("+mn-lt"))
                    .map(name -> name.startsWith("+") ? theme.resolve(name) : name)
                    .flatMap(LegacyFont::of);
            decoder.add(edits, scanner.start(), scanner.end(), scanner.text(), font);
        }

        private static int level(String digits) {
            return digits.matches("[0-8]") ? digits.charAt(0) - '0' : 0;
        }
    }
}
