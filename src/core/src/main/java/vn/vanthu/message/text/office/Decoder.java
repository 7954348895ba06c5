package vn.vanthu.message.text.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * Collects the texts of a file that stand in legacy fonts and decodes them.
 *
 * <p>What stands together in one font is decoded as one: programs cut words anywhere, between a letter and its mark too,
 * and capitals are known by the letters around.
 */
final class Decoder {

    private record Piece(TextEdits edits, int start, int end, String text, LegacyFont font) {}

    private final VietnameseText engine;
    private final UnaryOperator<String> escape;
    private final List<List<Piece>> groups = new ArrayList<>();
    private List<Piece> group = new ArrayList<>();
    private int paragraphStart;
    private boolean unicodeInParagraph;
    private boolean fontsLie;
    private Optional<Encoding> encoding = Optional.empty();
    private int lost;

    /**
     * A decoder for one file.
     *
     * @param escape how a text is written in it
     */
    Decoder(VietnameseText engine, UnaryOperator<String> escape) {
        this.engine = engine;
        this.escape = escape;
    }

    /** Takes the next text of a paragraph. */
    void add(TextEdits edits, int start, int end, String text, Optional<LegacyFont> font) {
        if (font.isEmpty() || LegacyFont.isUnicode(text)) {
            unicodeInParagraph |= font.isPresent();
            endGroup();
            return;
        }
        if (!group.isEmpty() && !group.get(0).font().equals(font.get())) {
            endGroup();
        }
        group.add(new Piece(edits, start, end, text, font.get()));
    }

    /** Ends a paragraph. One that holds Unicode in a legacy font is Unicode altogether. */
    void endParagraph() {
        endGroup();
        if (unicodeInParagraph) {
            groups.subList(paragraphStart, groups.size()).clear();
        }
        fontsLie |= unicodeInParagraph;
        unicodeInParagraph = false;
        paragraphStart = groups.size();
    }

    private void endGroup() {
        if (!group.isEmpty()) {
            groups.add(group);
            group = new ArrayList<>();
        }
    }

    /**
     * Decodes all. Where a legacy font holds Unicode somewhere, the text has to speak for itself in the rest of the file
     * too: on a machine without these fonts nobody sees that they are set.
     */
    void finish() {
        endParagraph();
        for (List<Piece> pieces : groups) {
            if (!fontsLie || isLegacy(pieces)) {
                write(pieces, decode(pieces));
            }
        }
    }

    private boolean isLegacy(List<Piece> pieces) {
        Encoding byFont = pieces.get(0).font().encoding();
        Encoding byText = byFont == Encoding.TCVN3_CAPITALS ? Encoding.TCVN3 : byFont;
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining());
        return engine.convert(text, Evidence.none().withContext(byText)).changed();
    }

    /** The encoding of the first text that changed. */
    Optional<Encoding> encoding() {
        return encoding;
    }

    int lost() {
        return lost;
    }

    private static boolean isChanged(List<Piece> pieces, List<String> decoded) {
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).text().equals(decoded.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void write(List<Piece> pieces, List<String> decoded) {
        if (isChanged(pieces, decoded)) {
            encoding = encoding.or(() -> Optional.of(pieces.get(0).font().encoding()));
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.text().equals(decoded.get(i))) {
                piece.edits().replace(piece.start(), piece.end(), escape.apply(decoded.get(i)));
            }
        }
    }

    private List<String> decode(List<Piece> pieces) {
        LegacyFont font = pieces.get(0).font();
        List<String> texts = withWholeLetters(pieces, font);
        Conversion whole = font.decode(engine, String.join("", texts));
        lost += whole.lost();
        List<String> single =
                texts.stream().map(text -> font.decode(engine, text).text()).toList();
        if (single.stream().mapToInt(String::length).sum() != whole.text().length()) {
            return single;
        }
        List<String> cut = new ArrayList<>();
        int at = 0;
        for (String text : single) {
            cut.add(whole.text().substring(at, at + text.length()));
            at += text.length();
        }
        return cut;
    }

    /** The texts, with a mark that was cut off from its letter put back to it. */
    private List<String> withWholeLetters(List<Piece> pieces, LegacyFont font) {
        List<String> texts = new ArrayList<>();
        for (Piece piece : pieces) {
            String text = piece.text();
            String before = texts.isEmpty() ? "" : texts.get(texts.size() - 1);
            if (!before.isEmpty() && !text.isEmpty() && isOneLetter(before, text, font)) {
                texts.set(texts.size() - 1, before + text.charAt(0));
                text = text.substring(1);
            }
            texts.add(text);
        }
        return texts;
    }

    private boolean isOneLetter(String before, String after, LegacyFont font) {
        String seam = before.substring(before.length() - 1) + after.charAt(0);
        return after.charAt(0) > 0x7F && font.decode(engine, seam).text().length() == 1;
    }
}
