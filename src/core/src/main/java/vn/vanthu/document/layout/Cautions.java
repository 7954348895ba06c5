package vn.vanthu.document.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.document.Caution;

/** Marks of a form, an annex, a copy or a withdrawn document. */
final class Cautions {

    private static final Pattern FORM =
            Pattern.compile("(?:bieu )?mau(?: so)?(?: \\w{0,2}\\d.*| [ivx]{1,4}(?: .*)?| kem theo.*)?");
    private static final Pattern ANNEX = Pattern.compile("(?:phu luc|(?:ban hanh )?kem theo)(?: .*)?");
    private static final Pattern COPY = Pattern.compile("(?:ban )?(?:sao y|sao luc|trich sao|ban sao)(?: .*)?");
    private static final Pattern WITHDRAWN = Pattern.compile(
            "(?:.* )?(?:da bi|da duoc|bi|da) (?:thu hoi|huy bo|bai bo|thay the)(?: .*)?|(?:.* )?het hieu luc(?: .*)?");

    private Cautions() {}

    static Set<Caution> of(Sheet sheet, Title title, int addressedAt) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        for (Cell cell : aboveText(sheet, title, addressedAt)) {
            add(cautions, Caution.FORM, FORM, cell);
            add(cautions, Caution.ANNEX, ANNEX, cell);
            add(cautions, Caution.COPY, COPY, cell);
            add(cautions, Caution.WITHDRAWN, WITHDRAWN, cell);
        }
        // who copies stamps below the signature
        sheet.cells().stream().filter(Cell::isCapitals).forEach(cell -> add(cautions, Caution.COPY, COPY, cell));
        return cautions;
    }

    /** What stands above the title, or above "Kính gửi", and is not what the document is about. */
    static List<Cell> aboveText(Sheet sheet, Title title, int addressedAt) {
        int end = title.at() >= 0 ? title.at() : addressedAt;
        String subject = " " + Plain.words(title.subject()) + " ";
        return sheet.from(0, Math.max(end, 0)).stream()
                .filter(cell -> beginsItself(cell.text()))
                .filter(cell -> !subject.contains(" " + cell.plain() + " "))
                .toList();
    }

    /** Not a line that the one above goes on in. */
    private static boolean beginsItself(String text) {
        return text.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
    }

    private static void add(Set<Caution> cautions, Caution caution, Pattern pattern, Cell cell) {
        if (pattern.matcher(cell.plain()).matches()) {
            cautions.add(caution);
        }
    }
}
