package vn.vanthu.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who stands under "Kính gửi". */
final class Addressees {

    private static final int MOST_CELLS = 40;
    private static final int MOST_LINES = 20;

    private Addressees() {}

    /** The cell "Kính gửi" from a cell on; -1 for none. */
    static int at(Sheet sheet, int from) {
        return IntStream.range(Math.max(from, 0), Math.min(sheet.size(), from + MOST_CELLS))
                .filter(i ->
                        sheet.cell(i).startsWith("kinh gui") || sheet.cell(i).startsWith("dong kinh gui"))
                .findFirst()
                .orElse(-1);
    }

    static List<String> of(Sheet sheet, int at) {
        if (at < 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        String first = sheet.cell(at)
                .text()
                .replaceFirst("^.*?[iIíÍ](?:\\s*:|\\s)\\s*", "")
                .strip();
        if (!Plain.words(first).isEmpty()) {
            lines.add(first);
        }
        for (Cell cell : sheet.from(at + 1, MOST_LINES)) {
            boolean item = cell.text().matches("^[-+*•·–].*");
            boolean ended = !lines.isEmpty() && lines.get(lines.size() - 1).endsWith(".");
            boolean goesOn = !lines.isEmpty() && Plain.startsSmall(cell.text());
            if (ended || !item && !goesOn && !isNext(lines, cell)) {
                break;
            }
            if (goesOn && !item) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + cell.text());
            } else {
                lines.add(cell.text());
            }
        }
        return lines.stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(Places::tidied)
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** The first place below "Kính gửi:", or one more after a semicolon. */
    private static boolean isNext(List<String> lines, Cell cell) {
        return lines.isEmpty()
                ? cell.text().length() < 90
                : lines.get(lines.size() - 1).endsWith(";");
    }
}
