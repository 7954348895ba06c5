package vn.vanthu.document.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A rank or degree before the name. */
    private static final int MOST_BEFORE = 2;

    /** With the family name before them lost. */
    private static final Set<String> MIDDLE_NAMES = Set.of("Thị", "Văn");

    private Scanned() {}

    /** A line of the right column as it was meant; others as they are. */
    static Cell meant(Cell cell) {
        return cell.side() == Cell.Side.RIGHT ? title(name(cell)) : cell;
    }

    /** The line with its name alone, where a usual name stands at its end. */
    private static Cell name(Cell cell) {
        if (PersonName.is(cell.text()) || cell.isCapitals()) {
            return cell;
        }
        List<String> words = List.of(SPECKS.matcher(cell.text()).replaceAll("").split(" "));
        for (int from = 0; from <= MOST_BEFORE && words.size() - from >= 2; from++) {
            String end = String.join(" ", words.subList(from, words.size()));
            if (MIDDLE_NAMES.contains(words.get(from))) {
                return cell;
            } else if (PersonName.isUsual(end)) {
                return with(cell, end);
            }
        }
        return cell;
    }

    /** The title that a line in capitals must be, when a letter or two of it were read wrongly. */
    private static Cell title(Cell cell) {
        if (!cell.isCapitals()
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
