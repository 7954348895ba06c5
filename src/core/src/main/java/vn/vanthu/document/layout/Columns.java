package vn.vanthu.document.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.document.Line;

/** Takes apart what stood in two columns and was read as one line. */
final class Columns {

    /** What begins the right column of the head. */
    private static final Pattern STATE =
            Pattern.compile("\\b(?:c[o0q]ng h[o0]a x[aã] h[o0][il1]|dang c[o0]ng san viet nam)\\b");

    private static final Pattern MOTTO = Pattern.compile("\\bd[o0]c [l1i]ap ?[-.]? ?tu d[o0]\\b");
    private static final Pattern DATE = Pattern.compile(
            "(?<=^|\\s)((?:T[Pp]\\.? ?|T\\.P ?)?(?:\\p{Lu}[\\p{Ll}']+[\\s-]?){1,5}),?\\s*(?=ngày\\s|ngay\\s)");
    private static final Pattern MARK = Pattern.compile(
            "(?<=\\S )(?:KHẨN|THƯỢNG KHẨN|HỎA TỐC|HOẢ TỐC|MẬT|TỐI MẬT|TUYỆT MẬT)$|^(?:KHẨN|THƯỢNG KHẨN|HỎA TỐC|HOẢ"
                    + " TỐC)(?= )");

    private Columns() {}

    static List<Line> split(Line line) {
        int at = line.isPlaced() && line.right() - line.left() < 0.5 ? -1 : border(line.text());
        if (at <= 0) {
            return List.of(line);
        }
        double middle =
                line.left() + (line.right() - line.left()) * at / line.text().length();
        return List.of(
                piece(line, 0, at, line.left(), middle),
                piece(line, at, line.text().length(), middle, line.right()));
    }

    private static Line piece(Line line, int from, int to, double left, double right) {
        return new Line(line.text().substring(from, to).strip(), left, line.top(), right, line.size(), line.bold());
    }

    private static int border(String text) {
        String plain = Plain.of(text);
        // What the patterns cannot match without: every line of every mail comes here.
        boolean head = plain.contains("xa h") || plain.contains("dang c") || plain.contains("tu d");
        for (Pattern pattern : head ? List.of(STATE, MOTTO) : List.<Pattern>of()) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.find()) {
                return matcher.start() > 0 ? matcher.start() : afterMotto(text, plain);
            }
        }
        int date = dateBorder(text);
        return date > 0 ? date : Foot.border(text);
    }

    /** A mark such as KHẨN may stand behind the state's name or the motto. */
    private static int afterMotto(String text, String plain) {
        Matcher mark = MARK.matcher(text);
        return mark.find() && plain.length() < 70 ? mark.start() : -1;
    }

    /** Where the place before the date begins: its last words with a capital. */
    private static int dateBorder(String text) {
        boolean named = text.contains("ngày") || text.contains("ngay");
        if (!named || text.length() >= 140 || !PlaceAndDate.endsWithDate(text)) {
            return -1;
        }
        Matcher matcher = DATE.matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }
}
