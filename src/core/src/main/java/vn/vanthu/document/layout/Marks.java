package vn.vanthu.document.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/** Marks of urgency, of secrecy and of a draft, which stand alone in a frame on the first page. */
final class Marks {

    private static final Map<String, String> URGENCY = new LinkedHashMap<>();
    private static final Map<String, String> SECRECY = new LinkedHashMap<>();

    static {
        URGENCY.put("hoa toc hen gio", "Hỏa tốc hẹn giờ");
        URGENCY.put("hoa toc", "Hỏa tốc");
        URGENCY.put("thuong khan", "Thượng khẩn");
        URGENCY.put("khan", "Khẩn");
        SECRECY.put("tuyet mat", "TUYỆT MẬT");
        SECRECY.put("toi mat", "TỐI MẬT");
        SECRECY.put("mat", "MẬT");
        SECRECY.put("tai lieu thu hoi", "TÀI LIỆU THU HỒI");
    }

    private static final int MOST_CELLS = 40;

    private Marks() {}

    static boolean isMark(Cell cell) {
        return cell.isCapitals()
                && (URGENCY.containsKey(cell.plain()) || SECRECY.containsKey(cell.plain()) || isDraftMark(cell));
    }

    static String urgency(Sheet sheet) {
        return first(sheet, URGENCY);
    }

    static String secrecy(Sheet sheet) {
        return first(sheet, SECRECY);
    }

    private static String first(Sheet sheet, Map<String, String> marks) {
        return sheet.from(0, MOST_CELLS).stream()
                .filter(cell -> cell.page() == 0 && cell.isCapitals())
                .map(cell -> marks.getOrDefault(cell.plain(), ""))
                .filter(mark -> !mark.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * DỰ THẢO alone anywhere on the first page, as a watermark is; or at the start of a line above the title, whatever
     * follows. A letter about a draft is none.
     */
    static boolean isDraft(Sheet sheet, Title title, int addressedAt) {
        return sheet.cells().stream().anyMatch(cell -> cell.page() == 0 && isDraftAlone(cell))
                || sheet.from(0, MOST_CELLS).stream()
                        .anyMatch(cell -> cell.page() == 0 && isDraftMark(cell) && !isAbout(title, cell))
                || Cautions.aboveText(sheet, title, addressedAt).stream()
                        .anyMatch(cell -> cell.plain().matches("(ban )?du thao( .*)?"));
    }

    private static boolean isDraftAlone(Cell cell) {
        return cell.isCapitals() && cell.plain().matches("(ban )?du thao");
    }

    private static boolean isAbout(Title title, Cell cell) {
        return Plain.words(title.subject()).contains(cell.plain());
    }

    /** Also with a date or "lần 2" behind. */
    private static boolean isDraftMark(Cell cell) {
        return cell.plain().matches("(ban )?du thao( (lan|ngay|so)?( \\w{1,4}){0,6})?")
                && Character.isUpperCase(
                        cell.text().replaceAll("^[^\\p{L}]+", "").charAt(0));
    }
}
