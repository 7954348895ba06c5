package vn.vanthu.document.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a scanner made of the foot of a document: a seal and a signature lie over title and name. */
final class Scanned {

    private static final List<String> TITLES = List.of(
            "GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "TỔNG GIÁM ĐỐC",
            "CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "CHÁNH VĂN PHÒNG",
            "PHÓ CHÁNH VĂN PHÒNG",
            "TRƯỞNG PHÒNG",
            "PHÓ TRƯỞNG PHÒNG",
            "TRƯỞNG BAN",
            "PHÓ TRƯỞNG BAN",
            "HIỆU TRƯỞNG",
            "PHÓ HIỆU TRƯỞNG",
            "CỤC TRƯỞNG",
            "PHÓ CỤC TRƯỞNG",
            "BỘ TRƯỞNG",
            "THỨ TRƯỞNG",
            "VIỆN TRƯỞNG",
            "CHÁNH ÁN",
            "BÍ THƯ",
            "PHÓ BÍ THƯ");

    /** Dust and the rim of a seal between the words of a name. */
    private static final Pattern SPECKS = Pattern.compile("(?<=\\p{L})[:;.,'](?= )");

    /** "Số: 41NQ-HĐND". */
    private static final Pattern WITHOUT_SLASH =
            Pattern.compile("(Số: ?\\d{1,5})(\\p{Lu}\\p{L}{1,4}-\\p{Lu}[\\p{L}\\d]+(?:-\\p{Lu}[\\p{L}\\d]+)*)");

    /** Shorter ones are pieces of a signature. */
    private static final int SHORTEST_NAME = 4;

    /** A rank or degree before the name. */
    private static final int MOST_BEFORE = 2;

    private Scanned() {}

    /** A line of the head as it was meant: the slash of its number is thin. */
    static Cell head(Cell cell) {
        var number = WITHOUT_SLASH.matcher(cell.text());
        return number.matches() ? with(cell, number.group(1) + "/" + number.group(2)) : cell;
    }

    /** A line of the foot as it was meant; others than those of the right column as they are. */
    static Cell foot(Cell cell) {
        return cell.side() == Cell.Side.RIGHT ? title(name(cell)) : cell;
    }

    /** The line with its name alone, where a usual name stands at its end. */
    private static Cell name(Cell cell) {
        if (cell.text().length() < SHORTEST_NAME) {
            return with(cell, cell.text().toLowerCase(Locale.ROOT));
        }
        if (PersonName.is(cell.text()) || cell.isCapitals()) {
            return cell;
        }
        List<String> words = List.of(cell.text().split(" "));
        for (int from = 0; from <= MOST_BEFORE && words.size() - from >= 2; from++) {
            String end = SPECKS.matcher(String.join(" ", words.subList(from, words.size())))
                    .replaceAll("");
            if (PersonName.isUsual(end) && (from == 0 || isOfRank(words.get(from - 1)))) {
                return with(cell, end);
            }
        }
        return cell;
    }

    /** "tá", "BSCKH."; another word may be the family name, read wrongly. */
    private static boolean isOfRank(String word) {
        return word.endsWith(".") || Plain.startsSmall(word);
    }

    /** The title that a line in capitals must be, when a letter or two of it were read wrongly. */
    private static Cell title(Cell cell) {
        if (!cell.isCapitals()
                || PersonName.isUsual(cell.text())
                || Position.begins(cell)
                || Position.capacity(cell).isPresent()) {
            return cell;
        }
        Optional<String> nearest = TITLES.stream()
                .filter(title -> Likeness.isLike(cell.plain(), Plain.words(title)))
                .min(Comparator.comparingInt(title -> Likeness.distance(cell.plain(), Plain.words(title))));
        return nearest.map(title -> with(cell, title)).orElse(cell);
    }

    private static Cell with(Cell cell, String text) {
        return new Cell(text, Plain.words(text), cell.page(), cell.side(), cell.line());
    }
}
