package vn.vanthu.document.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Where "Nơi nhận" and the signature are. */
final class Foot {

    private static final Pattern RECIPIENTS = Pattern.compile("^[^\\p{L}]{0,3}no[il1]\\s?nh[aâ]n\\s*[:.;]?.*");

    /** A signing capacity or a title in capitals that ends a line of the list. */
    private static final Pattern TITLE_AT_END = Pattern.compile(
            "(?<=\\S )(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\\s?[.,]\\s?\\p{Lu}{2}|(?:PHÓ |TỔNG |QUYỀN )?(?:GIÁM ĐỐC|CHỦ"
                    + " TỊCH|CHÁNH|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|CHI CỤC|HIỆU TRƯỞNG|VIỆN TRƯỞNG|BÍ"
                    + " THƯ|TỔNG|PHÓ))[^\\p{Ll}]*$");

    private Foot() {}

    static boolean isRecipients(Cell cell) {
        return RECIPIENTS.matcher(Plain.of(cell.text())).matches();
    }

    /** The cell with "Nơi nhận" of the document itself, before those of its annexes; -1 for none. */
    static int recipientsAt(Sheet sheet, int from) {
        return IntStream.range(Math.max(from, 0), sheet.size())
                .filter(i -> isRecipients(sheet.cell(i)))
                .findFirst()
                .orElse(-1);
    }

    /** Whether a dash or another sign of a list stands before it. */
    static boolean isItem(String line) {
        return !line.isEmpty()
                && (Character.getType(line.charAt(0)) == Character.DASH_PUNCTUATION
                        || "+*•".indexOf(line.charAt(0)) >= 0);
    }

    /** Where the signature's column begins in a line of the list; -1 for none. */
    static int border(String line) {
        if (line.length() > 160
                || !isItem(line) && !RECIPIENTS.matcher(Plain.of(line)).matches()) {
            return -1;
        }
        Matcher title = TITLE_AT_END.matcher(line);
        return title.find() ? title.start() : PersonName.atEnd(line);
    }
}
