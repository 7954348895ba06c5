package vn.vanthu.document.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the title: issuer, number, the state's name and motto, place and date. An index is -1 for what is not
 * there.
 */
final class Head {

    /** Dấu đến, a mail's greeting and other things may stand before; the head is at the start all the same. */
    private static final int MOST_CELLS = 70;

    private static final List<String> STATES = List.of("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam");
    private static final String MOTTO = "doc lap tu do hanh phuc";

    private final Sheet sheet;
    private final int state;
    private final int motto;
    private final int codeAt;
    private final int dateAt;
    private final @Nullable DocumentCode code;
    private final @Nullable PlaceAndDate date;

    private Head(Sheet sheet) {
        this.sheet = sheet;
        this.state = first(Head::isState);
        this.motto = first(Head::isMotto);
        this.codeAt = first(cell -> DocumentCode.of(cell.text()).isPresent() && !Arrival.isNear(sheet, cell));
        this.code =
                codeAt < 0 ? null : DocumentCode.of(sheet.cell(codeAt).text()).orElse(null);
        this.dateAt = first(cell -> PlaceAndDate.of(cell.text()).isPresent() && !Arrival.isNear(sheet, cell));
        this.date =
                dateAt < 0 ? null : PlaceAndDate.of(sheet.cell(dateAt).text()).orElse(null);
    }

    static Head of(Sheet sheet) {
        return new Head(sheet);
    }

    private int first(Predicate<Cell> test) {
        return IntStream.range(0, Math.min(sheet.size(), MOST_CELLS))
                .filter(i -> test.test(sheet.cell(i)))
                .findFirst()
                .orElse(-1);
    }

    static boolean isState(Cell cell) {
        return STATES.stream().anyMatch(name -> Likeness.isLike(cell.plain(), name));
    }

    static boolean isMotto(Cell cell) {
        return Likeness.isLike(cell.plain(), MOTTO);
    }

    /** Whether a cell of the head belongs to its right column, whatever is known of places. */
    static boolean isRightHand(Cell cell) {
        return isState(cell) || isMotto(cell) || PlaceAndDate.of(cell.text()).isPresent() || Marks.isMark(cell);
    }

    boolean hasState() {
        return state >= 0;
    }

    boolean hasMotto() {
        return motto >= 0;
    }

    Optional<DocumentCode> code() {
        return Optional.ofNullable(code);
    }

    Optional<PlaceAndDate> date() {
        return Optional.ofNullable(date);
    }

    int codeAt() {
        return codeAt;
    }

    /** The first cell after all that is there of it. */
    int end() {
        int date = codeAt >= 0 && dateAt > codeAt + 12 ? -1 : dateAt;
        return IntStream.of(state, motto, codeAt, date).max().orElse(-1) + 1;
    }

    /** Where the issuer's lines end: at the number, or else at the state's name, the date or the title. */
    int issuerEnd(int titleAt) {
        if (codeAt >= 0) {
            return codeAt;
        }
        return titleAt >= 0 ? titleAt : Math.max(end(), 0);
    }
}
