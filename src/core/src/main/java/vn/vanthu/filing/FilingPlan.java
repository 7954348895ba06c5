package vn.vanthu.filing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentTypes;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;

/**
 * Where a registered document belongs, and how its files are called.
 *
 * @param shelves book, year, month, type: the folders in mailboxes, and the upper ones on disk
 * @param folder of the document on disk, below the shelves: {@code 0123_2026_847-QĐ-SNgV_Về việc ...}
 * @param prefix of each file in it: {@code 0123_2026_847-QĐ-SNgV}
 */
public record FilingPlan(List<String> shelves, String folder, String prefix) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DocumentTypes TYPES = DocumentTypes.ofTheLaw();
    private static final String OTHER_TYPE = "Văn bản khác";

    /** Short enough for the 260 characters that a path may have on Windows. */
    private static final int FOLDER_BYTES = 110;

    private static final int CODE_BYTES = 50;
    private static final int FILE_BYTES = 120;

    public FilingPlan {
        shelves = List.copyOf(shelves);
    }

    public static FilingPlan of(Entry entry) {
        BookNumber number = entry.number();
        LocalDate day = day(entry);
        String code = SafeName.of(entry.code(), "", CODE_BYTES);
        String prefix = String.format("%04d_%d", number.number(), number.year()) + (code.isEmpty() ? "" : "_" + code);
        String subject = entry.fields().get(Field.SUBJECT);
        return new FilingPlan(
                List.of(
                        number.book() == Book.INCOMING ? "Văn bản đến" : "Văn bản đi",
                        String.valueOf(number.year()),
                        String.format("%02d", day.getMonthValue()),
                        type(entry)),
                SafeName.of(prefix + (subject.isEmpty() ? "" : "_" + subject), prefix, FOLDER_BYTES),
                prefix);
    }

    /** Ngày đến, or the day of an outgoing number; the day of entry where that is of another year than the number. */
    private static LocalDate day(Entry entry) {
        LocalDate arrived = entry.arrivedOn();
        return arrived.getYear() == entry.number().year()
                ? arrived
                : entry.enteredAt().atZone(ZONE).toLocalDate();
    }

    private static String type(Entry entry) {
        return TYPES.find(entry.fields().get(Field.TYPE))
                .map(DocumentTypes.Type::name)
                .map(name -> SafeName.of(name, OTHER_TYPE, CODE_BYTES))
                .orElse(OTHER_TYPE);
    }

    public String messageName() {
        return prefix + "_thư.eml";
    }

    public String sheetName() {
        return prefix + "_phiếu.html";
    }

    /** The path of a later version of a sheet, beside the first. */
    static String sheetAfter(String first, int version) {
        return first.replaceFirst("\\.html$", "") + "_" + version + ".html";
    }

    /**
     * @param position from 1
     * @param original as the sender called it; may be empty
     */
    public String attachmentName(int position, String original) {
        return SafeName.of(
                String.format("%s_%02d_", prefix, position) + SafeName.of(original, "không-tên", FILE_BYTES),
                prefix,
                FILE_BYTES);
    }

    /** The document's folder, relative to the archive, with {@code /}. */
    public String path() {
        return String.join("/", shelves) + "/" + folder;
    }
}
