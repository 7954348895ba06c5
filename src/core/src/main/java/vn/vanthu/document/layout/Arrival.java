package vn.vanthu.document.layout;

/** Dấu "Đến", which the receiving office stamps on paper: its number and day are not the document's. */
final class Arrival {

    private static final int AROUND = 2;

    private Arrival() {}

    static boolean isNear(Sheet sheet, Cell cell) {
        int at = sheet.cells().indexOf(cell);
        return sheet.from(at - AROUND, Math.min(at, AROUND) + 1).stream().anyMatch(Arrival::isStamp);
    }

    private static boolean isStamp(Cell cell) {
        return cell.plain().matches("(cong van |van ban )?den( so)?( \\d+)?") && cell.isCapitals()
                || cell.plain().matches("(so|ngay) den( .*)?|gio den.*");
    }
}
