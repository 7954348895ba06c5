package vn.vanthu.message.text.office;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style of a cell that names none: that of its row or of its column (ODF 1.2, 9.1.4), as spreadsheets save space. */
final class OdfColumns {

    private static final int MOST = 1 << 14;

    /** The style of each run of columns, by its first. */
    private final TreeMap<Integer, String> styles = new TreeMap<>();

    private int columns;
    private int column;
    private Optional<String> row = Optional.empty();

    void start(XmlScanner scanner) {
        Optional<String> style = scanner.attribute("table:default-cell-style-name");
        switch (scanner.name()) {
            case "table:table" -> {
                styles.clear();
                columns = 0;
            }
            case "table:table-column" -> {
                styles.put(columns, style.orElse(""));
                columns = Math.min(MOST, columns + repeated(scanner));
            }
            case "table:table-row" -> {
                row = style;
                column = 0;
            }
            default -> {
                // neither names a style for cells
            }
        }
    }

    /** The style of the cell that starts here; the next one is the next call's. */
    String cellStyle(XmlScanner cell) {
        Map.Entry<Integer, String> own = styles.floorEntry(column);
        column = Math.min(MOST, column + repeated(cell));
        return cell.attribute("table:style-name").or(() -> row).orElse(own == null ? "" : own.getValue());
    }

    private static int repeated(XmlScanner scanner) {
        String digits = scanner.attribute("table:number-columns-repeated").orElse("1");
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 1;
    }
}
