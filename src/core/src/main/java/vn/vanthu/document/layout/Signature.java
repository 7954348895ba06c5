package vn.vanthu.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who signed, and as what.
 *
 * @param capacity {@code TM.}, {@code KT.} ...; of two the one of the person: {@code KT.} under {@code TM.}; empty for none
 */
record Signature(String name, String position, String capacity, double confidence) {

    static final Signature NONE = new Signature("", "", "", 0);

    private static final Pattern STAMP = Pattern.compile(
            "(?:da ky|ky boi|nguoi ky|ky dien tu|thoi gian ky|ngay ky|signed by|signature valid|email \\S+|co quan so).*");

    private static final int BEFORE_LIST = 8;
    private static final int AFTER_LIST = 16;
    private static final int TITLE_TO_NAME = 9;

    /** Under a seal and a signature names are read wrongly as often as rightly: it is never sure. */
    private static final double SCANNED = 0.7;

    private static final double UNNAMED = 0.5;

    /** The same, read by a scanner. */
    Signature scanned() {
        return new Signature(PersonName.mended(name), position, capacity, confidence * SCANNED);
    }

    /** Near the list of recipients, or anywhere below the title when there is none. */
    static Signature of(Sheet sheet, int recipientsAt, int recipientsEnd, int from) {
        int start = recipientsAt < 0 ? from : Math.max(from, recipientsAt - BEFORE_LIST);
        int end = recipientsAt < 0 ? sheet.size() : Math.min(sheet.size(), recipientsEnd + AFTER_LIST);
        Signature best = NONE;
        for (int i = start; i < end; i++) {
            Signature found = at(sheet, i, start);
            if (found.confidence > best.confidence) {
                best = found;
            }
        }
        return best.confidence > 0 || recipientsAt < 0 ? best : withoutName(sheet, start, end);
    }

    /** Title and capacity alone, where the name cannot be read. */
    private static Signature withoutName(Sheet sheet, int start, int end) {
        String position = "";
        String capacity = "";
        for (Cell cell : sheet.from(start, end - start)) {
            boolean title = Position.begins(cell) || Position.capacity(cell).isPresent();
            if (title && cell.side() == Cell.Side.RIGHT) {
                capacity = Position.capacity(cell).orElse(capacity);
                position = ProperCase.of(Position.withoutCapacity(cell.text()));
            }
        }
        return new Signature("", position, capacity, position.isEmpty() ? 0 : UNNAMED);
    }

    private static Signature at(Sheet sheet, int at, int start) {
        Cell cell = sheet.cell(at);
        if (!PersonName.is(cell.text()) || isTitleLine(cell) || isWide(cell)) {
            return NONE;
        }
        List<Cell> above = titleLines(sheet, at, start);
        if (above.isEmpty()) {
            return NONE;
        }
        String position = "";
        String capacity = "";
        for (Cell line : above) {
            capacity = Position.capacity(line).orElse(capacity);
            position = ProperCase.of(Position.withoutCapacity(line.text()));
        }
        double side = cell.side() == Cell.Side.RIGHT ? 0.03 : cell.side() == Cell.Side.LEFT ? -0.2 : 0;
        double usual = PersonName.isUsual(cell.text()) ? 0.92 : 0.6;
        // It may be the second line of a title: one in small letters is rather it.
        side -= cell.isCapitals() ? 0.02 : 0;
        return new Signature(PersonName.written(cell.text()), position, capacity, usual + side);
    }

    /** Too wide for a name; of a cell of a table only the cell's own sides are known. */
    private static boolean isWide(Cell cell) {
        return !Double.isNaN(cell.line().top())
                && cell.line().right() - cell.line().left() > 0.45;
    }

    private static boolean isTitleLine(Cell cell) {
        return Position.begins(cell)
                || Position.capacity(cell).isPresent()
                || cell.isCapitals() && Agencies.begins(cell.plain()) && !PersonName.isUsual(cell.text());
    }

    /** The titles in capitals above a name, topmost first; the nearest title and those right above it. */
    private static List<Cell> titleLines(Sheet sheet, int name, int start) {
        List<Cell> lines = new ArrayList<>();
        Cell signer = sheet.cell(name);
        @Nullable Cell last = null;
        for (int i = name - 1; i >= Math.max(start, name - TITLE_TO_NAME); i--) {
            Cell cell = sheet.cell(i);
            boolean title = Position.begins(cell) || Position.capacity(cell).isPresent();
            boolean column = !cell.isPlaced() || cell.side() == signer.side() || cell.side() == Cell.Side.MIDDLE;
            if (title && column) {
                lines.add(0, cell);
                last = cell;
            } else if (last == null ? isAnothersName(cell, signer) : !isListed(cell) && !goesOn(cell, signer)) {
                break;
            }
        }
        return lines;
    }

    private static boolean isAnothersName(Cell cell, Cell name) {
        return PersonName.isUsual(cell.text()) && !goesOn(cell, name);
    }

    /** Capitals above a name in small letters: a title over two lines, "KT. VỤ TRƯỞNG VỤ | HẠ TẦNG XÂY DỰNG". */
    private static boolean goesOn(Cell cell, Cell name) {
        return cell.isCapitals() && !name.isCapitals() && cell.side() == name.side();
    }

    private static boolean isListed(Cell cell) {
        return Foot.isItem(cell.text()) || Foot.isRecipients(cell);
    }

    /** What a program prints where somebody signed digitally, and "(đã ký)". */
    static boolean isStampText(Cell cell) {
        return STAMP.matcher(cell.plain()).matches();
    }

    static boolean isStamped(Sheet sheet) {
        return sheet.cells().stream().anyMatch(Signature::isStampText);
    }
}
