package vn.vanthu.secrecy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks in capitals within a line: "Báo cáo MẬT về ...", "[MẬT] Báo cáo", "KẾ HOẠCH TỐI MẬT". Where the whole line is in
 * capitals, MẬT alone is a word as any other unless something sets it off; words that it makes another word with are known.
 */
final class SetOffMarks {

    /** What bears marks. */
    static final String DOCUMENT = "(?:công văn|văn bản|tài liệu|hồ sơ|báo cáo|kế hoạch|tờ trình|quyết định|công điện"
            + "|thông báo|phương án|đề án|chỉ thị|nghị quyết|biên bản|CV|BC|KH|TB|TTr|QĐ|VB|HS|BB)";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** So much of the line beside a mark is looked at. */
    private static final int NEAR = 40;

    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(TUYỆT|TUYET|TỐI|TOI)[ _-]*)?(MẬT|MAT)(?![\\p{L}\\p{N}])");
    private static final Pattern DOCUMENT_BEFORE = Pattern.compile("\\W*" + DOCUMENT + " ", FLAGS);
    private static final Pattern SOME_DOCUMENT = Pattern.compile(
            "(?<!\\p{L})(?:" + DOCUMENT + "|bao cao|ke hoach|cong van|van ban|tai lieu|to trinh|TTR|QD)(?!\\p{L})",
            FLAGS);
    private static final String URGENCY = "(?:HỎA TỐC|HOẢ TỐC|HOA TOC|THƯỢNG KHẨN|KHẨN)";
    private static final Pattern URGENCY_BEFORE = Pattern.compile(".*" + URGENCY + "[\\s,;/|–—-]*");
    private static final Pattern URGENCY_AFTER = Pattern.compile("[\\s,;/|–—-]*" + URGENCY + ".*");
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)[ \"“'-]*$");
    private static final Pattern AND = Pattern.compile("[\"“”'\\s,;/]{1,8}(?:và|hoặc)?[\"“”'\\s]{0,4}");
    private static final Pattern FIRST_WORD = Pattern.compile("^[ -](\\p{L}+)");

    /** "bảo mật", "ong mật"; people of this name; and where the mark is spoken of. */
    private static final Set<String> BEFORE = Set.of(
            "bảo", "bí", "cơ", "lộ", "nội", "giải", "canh", "ong", "sỏi", "túi", "ống", "gan", "dịch", "trăng", "thân",
            "đường", "rỉ", "ngọt", "như", "độ", "dấu", "chữ", "từ", "mức", "ông", "bà", "anh", "chị", "em", "cô", "chú",
            "bác", "c", "thị", "văn", "đình", "chí", "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ",
            "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý");

    private static final Set<String> AFTER = Set.of(
            "khẩu", "mã", "độ", "ong", "vụ", "thiết", "thư", "danh", "lệnh", "ngọt", "báo", "thám", "hiệu", "nghị",
            "đàm", "ước", "gấu", "mía", "rỉ", "tập", "tông", "phục", "hoa", "ngữ", "tịch", "nhân", "sơn");

    private final String line;
    private final boolean shouted;

    private SetOffMarks(String line) {
        this.line = line;
        this.shouted = line.equals(line.toUpperCase(Locale.ROOT));
    }

    /** The mark in a line that was brought to one form by {@link Marks#plain}. */
    static Optional<String> in(String line) {
        return new SetOffMarks(line).find();
    }

    private Optional<String> find() {
        Matcher hit = CAPITALS.matcher(line);
        Set<String> degrees = new HashSet<>();
        int spokenOf = -1;
        while (hit.find()) {
            String degree = degree(hit.group(1));
            if (isCompound(hit)
                    || spokenOf >= 0
                            && AND.matcher(line.substring(spokenOf, hit.start()))
                                    .matches()) {
                spokenOf = hit.end();
                continue;
            }
            if (isFenced(hit) && isVietnamese(hit)) {
                return Optional.of(degree);
            }
            if (isMark(hit)) {
                degrees.add(degree);
            }
        }
        // Several are a list of them.
        return degrees.size() == 1 ? degrees.stream().findFirst() : Optional.empty();
    }

    private static String degree(String first) {
        return first == null ? Marks.SECRET : first.startsWith("TU") ? "TUYỆT MẬT" : "TỐI MẬT";
    }

    private boolean isMark(Matcher hit) {
        boolean accented = hit.group(2).equals(Marks.SECRET);
        if (hit.group(1) != null) {
            return accented || !shouted;
        }
        return accented && (!shouted || before(hit).isEmpty() && after(hit).isEmpty() || isBesideOtherMark(hit));
    }

    private boolean isBesideOtherMark(Matcher hit) {
        boolean gap = before(hit).endsWith("   ") || before(hit).endsWith("\t");
        return gap
                || hit.start() <= NEAR && DOCUMENT_BEFORE.matcher(before(hit)).matches()
                || URGENCY_BEFORE.matcher(before(hit)).matches()
                || URGENCY_AFTER.matcher(after(hit)).matches();
    }

    /** MAT by itself is a word of many languages. */
    private boolean isVietnamese(Matcher hit) {
        return hit.group(1) != null
                || hit.group(2).equals(Marks.SECRET)
                || SOME_DOCUMENT.matcher(line).find();
    }

    /** In brackets, or at the beginning or end with a dash or colon between. */
    private boolean isFenced(Matcher hit) {
        String before = before(hit).stripTrailing();
        String after = after(hit).stripLeading();
        boolean bracketed = before.matches(".*[\\[({<«\"“*|]") && after.matches("[\\])}>»\"”*|].*");
        boolean leads = line.substring(0, hit.start()).isBlank() && after.matches("[:|\\]–—-].*");
        boolean ends = hit.end() == line.length() && before.matches(".*[:|\\[–—-]");
        return bracketed || leads || ends;
    }

    private boolean isCompound(Matcher hit) {
        Matcher last = LAST_WORD.matcher(before(hit));
        boolean before = last.find()
                && BEFORE.contains(last.group(1).toLowerCase(Locale.ROOT))
                && !DOCUMENT_BEFORE.matcher(before(hit)).matches();
        Matcher first = FIRST_WORD.matcher(after(hit));
        return before || first.find() && AFTER.contains(first.group(1).toLowerCase(Locale.ROOT));
    }

    private String before(Matcher hit) {
        return line.substring(Math.max(0, hit.start() - NEAR), hit.start());
    }

    private String after(Matcher hit) {
        return line.substring(hit.end(), Math.min(line.length(), hit.end() + NEAR));
    }
}
