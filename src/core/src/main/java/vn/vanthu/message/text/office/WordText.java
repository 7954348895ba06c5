package vn.vanthu.message.text.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vn.vanthu.message.text.office.XmlScanner.Token;

/** The texts of a DOCX: body, headers, footers, notes, comments, text boxes, and the texts of automatic numbers. */
final class WordText {

    private static final String PARTS = "word/(document|header|footer|footnotes|endnotes|comments)[^/]*\\.xml";

    private final XmlParts parts;
    private final Decoder decoder;
    private final WordStyles styles;

    private WordText(XmlParts parts, Decoder decoder) {
        this.parts = parts;
        this.decoder = decoder;
        ThemeFonts theme = parts.names("word/theme/theme[^/]*\\.xml").stream()
                .findFirst()
                .map(name -> ThemeFonts.of(parts.get(name)))
                .orElse(ThemeFonts.NONE);
        this.styles = new WordStyles(parts.get("word/styles.xml"), theme);
    }

    static void read(XmlParts parts, Decoder decoder) {
        WordText word = new WordText(parts, decoder);
        parts.names(PARTS).forEach(name -> word.new Part(name).read());
        word.numbering("word/numbering.xml");
    }

    /** A run, or the text that is being read in it. */
    private static final class Run {
        private Optional<String> font = Optional.empty();
        private String style = "";
    }

    /** Reads one part. Paragraphs and runs stand within others in text boxes. */
    private final class Part {
        private final XmlScanner scanner;
        private final TextEdits edits;
        private final Deque<Run> runs = new ArrayDeque<>();
        private final Deque<String> paragraphStyles = new ArrayDeque<>();

        Part(String name) {
            scanner = new XmlScanner(parts.get(name));
            edits = parts.edits(name);
        }

        void read() {
            while (scanner.next()) {
                switch (scanner.token()) {
                    case START -> start();
                    case END -> end();
                    default -> text();
                }
            }
        }

        private void start() {
            switch (scanner.localName()) {
                case "p" -> paragraphStyles.push("");
                case "r" -> runs.push(new Run());
                case "pStyle" -> {
                    if (scanner.isWithin("pPr", "p") && paragraphStyles.poll() != null) {
                        paragraphStyles.push(scanner.attribute("val").orElse(""));
                    }
                }
                case "rStyle", "rFonts" -> runProperty();
                case "softHyphen" -> softHyphen();
                default -> {
                    // says nothing about fonts
                }
            }
        }

        private void runProperty() {
            Run run = runs.peek();
            if (run == null || !scanner.isWithin("rPr", "r")) {
                return;
            }
            if (scanner.localName().equals("rStyle")) {
                run.style = scanner.attribute("val").orElse("");
            } else {
                run.font = styles.font(scanner);
            }
        }

        private void end() {
            if (scanner.localName().equals("p")) {
                paragraphStyles.poll();
                decoder.endParagraph();
            } else if (scanner.localName().equals("r")) {
                runs.poll();
            }
        }

        private void text() {
            Run run = runs.peek();
            if (run != null && (scanner.isWithin("t", "r") || scanner.isWithin("delText", "r"))) {
                decoder.add(edits, scanner.start(), scanner.end(), scanner.text(), font(run));
            }
        }

        private Optional<LegacyFont> font(Run run) {
            String paragraphStyle = paragraphStyles.isEmpty() ? "" : paragraphStyles.peek();
            return styles.inEffect(run.font, run.style, paragraphStyle);
        }

        /** {@code <w:softHyphen/>} between two texts: the letter ư, which the program that wrote it did not know. */
        private void softHyphen() {
            Run run = runs.peek();
            if (run == null || !scanner.isEmptyElement()) {
                return;
            }
            String text = scanner.name().replace("softHyphen", "t");
            TextEdits element = edits.around("<" + text + ">", "</" + text + ">");
            String hyphen = String.valueOf(LegacyFont.SOFT_HYPHEN);
            font(run)
                    .ifPresent(legacy ->
                            decoder.add(element, scanner.start(), scanner.end(), hyphen, Optional.of(legacy)));
        }
    }

    /** {@code <w:lvlText w:val="§iÒu %1."/>}, in the font of its level or of the paragraphs that it numbers. */
    private void numbering(String name) {
        XmlScanner scanner = new XmlScanner(parts.get(name));
        Optional<XmlScanner.Attribute> text = Optional.empty();
        Optional<String> font = Optional.empty();
        String style = "";
        while (scanner.next()) {
            if (scanner.token() == Token.END && scanner.localName().equals("lvl")) {
                Optional<LegacyFont> inEffect = styles.inEffect(font, "", style);
                text.ifPresent(
                        value -> decoder.add(parts.edits(name), value.start(), value.end(), value.value(), inEffect));
                decoder.endParagraph();
                text = Optional.empty();
                font = Optional.empty();
                style = "";
            } else if (scanner.token() == Token.START && scanner.localName().equals("lvlText")) {
                text = scanner.attributes().stream()
                        .filter(attribute -> attribute.name().endsWith("val"))
                        .findFirst();
            } else if (scanner.token() == Token.START && scanner.localName().equals("pStyle")) {
                style = scanner.attribute("val").orElse("");
            } else if (scanner.token() == Token.START && scanner.localName().equals("rFonts")) {
                font = styles.font(scanner);
            }
        }
    }
}
