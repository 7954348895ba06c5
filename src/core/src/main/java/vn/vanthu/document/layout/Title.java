package vn.vanthu.document.layout;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Type and trích yếu: below the head in the middle for a named type, after "V/v" under the number for a công văn.
 *
 * @param at the cell of the type's name; -1 when there is none
 * @param type empty when it is not known
 * @param subject empty when there is none
 */
record Title(int at, String type, double typeConfidence, String subject, double subjectConfidence) {

    private static final String LETTER = "Công văn";
    private static final int MOST_CELLS = 30;
    private static final double MISREAD = 0.7;

    static Title of(Sheet sheet, Head head) {
        int letter = Subject.letterAt(sheet, head);
        int at = titleAt(sheet, head);
        Optional<TypeNames.Title> name =
                at < 0 ? Optional.empty() : TypeNames.title(sheet.cell(at).text());
        Optional<String> bySymbol = head.code().flatMap(code -> TypeNames.ofAbbreviation(code.typePart()));
        String below = name.map(title -> Subject.below(sheet, at, title.rest())).orElse("");
        String subject = below.isEmpty() && letter >= 0 ? Subject.letter(sheet, letter) : below;
        String type = name.map(TypeNames.Title::type).orElseGet(() -> untitled(head, letter, bySymbol, sheet));
        return new Title(
                at,
                type,
                name.filter(TypeNames.Title::misread).isPresent()
                        ? MISREAD
                        : certainty(type, name.isPresent(), bySymbol, letter >= 0),
                subject,
                subject.isEmpty() ? 0 : 0.92);
    }

    /** A document without the name of a type is a công văn, unless its symbol alone tells otherwise. */
    private static String untitled(Head head, int letter, Optional<String> bySymbol, Sheet sheet) {
        boolean addressed = Addressees.at(sheet, head.end()) >= 0;
        if (letter >= 0 || head.code().isPresent() && bySymbol.isEmpty() && addressed) {
            return LETTER;
        }
        return bySymbol.orElse("");
    }

    private static double certainty(String type, boolean named, Optional<String> bySymbol, boolean letter) {
        if (type.isEmpty()) {
            return 0;
        }
        if (named) {
            return bySymbol.filter(type::equals).isPresent() ? 0.98 : bySymbol.isPresent() ? 0.7 : 0.85;
        }
        return letter && bySymbol.isEmpty() ? 0.95 : 0.75;
    }

    private static int titleAt(Sheet sheet, Head head) {
        int from = Math.max(head.codeAt() + 1, 0);
        int addressed = Addressees.at(sheet, from);
        int to = Math.min(Math.min(sheet.size(), from + MOST_CELLS), addressed < 0 ? Integer.MAX_VALUE : addressed);
        int below = firstTitle(sheet, from, to);
        return below >= 0 || head.codeAt() < 0 ? below : firstTitle(sheet, 0, head.codeAt());
    }

    private static int firstTitle(Sheet sheet, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> isTitle(sheet.cell(i)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isTitle(Cell cell) {
        return cell.isCapitals()
                && cell.side() != Cell.Side.LEFT
                && cell.page() < 2
                && TypeNames.title(cell.text()).isPresent();
    }
}
