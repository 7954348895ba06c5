package vn.vanthu.message.text.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of an RTF file (RTF specification 1.9.1). The file is seen as ISO-8859-1, so that an index is an offset. */
final class RtfText {

    private static final int DEEPEST = 2000;
    /** Destinations without text for people, and those whose text is no run with a font. */
    private static final Set<String> SKIPPED = Set.of(
            "stylesheet", "info", "colortbl", "pict", "objdata", "fldinst", "filetbl", "listtable", "themedata", "xe");
    /** Destinations after {@code \*} that hold text nevertheless. */
    private static final Set<String> TEXT_AFTER_STAR = Set.of("shpinst", "shptxt", "pntext", "annotation");

    private static final Set<String> BREAKS = Set.of("par", "cell", "nestcell", "row", "sect", "line", "page");

    /** What holds within a group. */
    private record State(int font, int fallback, boolean skipped, boolean fontTable) {
        State withFont(int font) {
            return new State(font, fallback, skipped, fontTable);
        }

        State withFallback(int length) {
            return new State(font, length, skipped, fontTable);
        }

        State withSkipped() {
            return new State(font, fallback, true, fontTable);
        }

        State withFontTable() {
            return new State(font, fallback, skipped, true);
        }
    }

    private final RtfScanner scanner;
    private final TextEdits edits;
    private final Decoder decoder;
    private final Map<Integer, LegacyFont> fonts = new HashMap<>();
    private final Deque<State> outer = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private State state = new State(0, 1, false, false);
    private int defaultFont;
    private boolean starred;
    private int toSkip;
    private int pieceStart;
    private int pieceEnd;

    private RtfText(String rtf, TextEdits edits, Decoder decoder) {
        this.scanner = new RtfScanner(rtf);
        this.edits = edits;
        this.decoder = decoder;
    }

    static void read(String rtf, TextEdits edits, Decoder decoder) {
        new RtfText(rtf, edits, decoder).read();
    }

    /** How a decoded text is written: a group of its own, as the length of the fallback differs from place to place. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder("{\\uc1 ");
        for (char c : text.toCharArray()) {
            if (c == '\\' || c == '{' || c == '}') {
                out.append('\\').append(c);
            } else if (c < 0x7F) {
                out.append(c);
            } else {
                out.append("\\u").append((int) (short) c).append('?');
            }
        }
        return out.append('}').toString();
    }

    private void read() {
        while (scanner.next()) {
            switch (scanner.token()) {
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> word(scanner.word(), scanner.number());
                default -> character(scanner.character());
            }
        }
        endPiece();
    }

    private void open() {
        endPiece();
        if (outer.size() == DEEPEST) {
            throw new UnreadableException("groups too deep");
        }
        outer.push(state);
        toSkip = 0;
    }

    private void close() {
        endPiece();
        state = outer.isEmpty() ? state : outer.pop();
        starred = false;
        toSkip = 0;
    }

    private void word(String word, Optional<Integer> number) {
        if (word.equals("u") && number.isPresent()) {
            character((char) number.get().intValue());
            toSkip = state.fallback();
            return;
        }
        if (word.equals("-")) {
            character(LegacyFont.SOFT_HYPHEN);
            return;
        }
        endPiece();
        boolean destinationWithoutText = starred && !TEXT_AFTER_STAR.contains(word);
        starred = word.equals("*");
        if (SKIPPED.contains(word) || destinationWithoutText) {
            state = state.withSkipped();
        } else if (BREAKS.contains(word)) {
            decoder.endParagraph();
        } else {
            format(word, number.orElse(0));
        }
    }

    private void format(String word, int number) {
        switch (word) {
            case "fonttbl" -> state = state.withFontTable();
            case "f" -> state = state.withFont(number);
            case "deff" -> {
                defaultFont = number;
                state = state.withFont(number);
            }
            case "plain" -> state = state.withFont(defaultFont);
            case "uc" -> state = state.withFallback(Math.max(0, Math.min(number, 16)));
            default -> {
                // says nothing about fonts
            }
        }
    }

    private void character(char c) {
        if (toSkip > 0) {
            toSkip--;
            pieceEnd = scanner.end();
            return;
        }
        if (state.fontTable() && c == ';') {
            endPiece();
            return;
        }
        if (text.isEmpty()) {
            pieceStart = scanner.start();
        }
        text.append(c);
        pieceEnd = scanner.end();
    }

    private void endPiece() {
        if (!text.isEmpty() && !state.skipped()) {
            if (state.fontTable()) {
                font(text.toString());
            } else {
                Optional<LegacyFont> font = Optional.ofNullable(fonts.get(state.font()));
                decoder.add(edits, pieceStart, pieceEnd, text.toString(), font);
            }
        }
        text.setLength(0);
        toSkip = 0;
    }

    private void font(String name) {
        Optional<LegacyFont> legacy = LegacyFont.of(name);
        if (legacy.isPresent()) {
            fonts.put(state.font(), legacy.get());
            edits.replace(pieceStart, pieceEnd, LegacyFont.UNICODE_FONT);
        }
    }
}
