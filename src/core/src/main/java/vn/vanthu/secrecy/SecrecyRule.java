package vn.vanthu.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.secrecy.SecrecyMark.Place;

/** Whether a mail bears a secrecy mark. A pure function. */
public final class SecrecyRule {

    public static final String CODE = "secrecy-mark";
    public static final String CLAUSE = "Điều 3 khoản 1 của Quy chế; Luật Bảo vệ bí mật nhà nước";

    /** Lines that belong to the head of a page whose places are not known. */
    private static final int HEAD_LINES = 25;
    /** The part of a page that its head takes. */
    private static final double HEAD = 0.42;
    /** Different degrees within so many lines are a list of them: a law, a form. */
    private static final int LIST = 12;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final String CODES = "(?:CV|BC|TB|QĐ|QD|KH|TTr|TTR|VB|HS|BB)";
    private static final Pattern MARKED_NAME = Pattern.compile("(?:^|[\\[(])\\s*(?:ĐỘ )?(?:MAT|Mật|mật)\\s*(?:[\\])]|$)"
            + "|^Mật[ _-]+(?:\\d|" + CODES + "\\b)|^MAT[ _-]+(?:\\d+[ _-]+)?" + CODES + "\\b|^" + CODES
            + "[ _-].*[ _-]MAT$"
            + "|[ _-](?:TOI|TUYET)[ _-]MAT$"
            + "|(?:^|[\\[( _-])(?:[Tt]ối|[Tt]uyệt)[ _-][Mm]ật(?:[\\]) _-]|$)");
    /** What was forwarded as text names its Subject so. */
    private static final Pattern SUBJECT_LINE = Pattern.compile(
            "[>\\s|*]*(?:subject|chủ đề|tiêu đề|tên thư)\\s*\\*?\\s*[:：]\\s*\\*?(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What a head has when it is one of a document, and not of a list of people or prices. */
    private static final Pattern LETTERHEAD = Pattern.compile(
            "CỘNG\\s+HÒA|CỘNG\\s+HOÀ|^\\s*Số\\s*[:.]|^\\W*(?:SỞ|UBND|ỦY BAN|UỶ BAN|BỘ|CỤC|CHI CỤC|PHÒNG|VĂN PHÒNG|CÔNG AN|TỈNH ỦY|BAN) ");

    /** Nobody reads on; some make them long to use up time. */
    private static final int MOST_TITLE = 2000;

    /** A refusal, or no objection. */
    public Optional<Decision> decide(String subject, List<ReadPart> parts) {
        return find(subject, parts)
                .map(mark -> Decision.refuse(Reason.of(
                        CODE,
                        CLAUSE,
                        "Thư mang dấu chỉ độ mật nên hệ thống không nhận và không lưu. Văn bản mật gửi bằng giấy qua"
                                + " đường văn thư hoặc cơ yếu, không gửi qua thư điện tử.")));
    }

    /**
     * The first mark.
     *
     * @param subject decoded, in Unicode; several, of which mail programs show one or another, one below the other
     * @param parts of the whole mail, at any depth
     */
    public Optional<SecrecyMark> find(String subject, List<ReadPart> parts) {
        Optional<SecrecyMark> found = subject.lines()
                .flatMap(line -> title(line).stream())
                .findFirst()
                .map(level -> new SecrecyMark(level, Place.SUBJECT));
        for (ReadPart part : parts) {
            if (found.isPresent()) {
                return found;
            }
            found = inNames(part)
                    .map(level -> new SecrecyMark(level, Place.FILE_NAME))
                    .or(() -> inText(part).map(level -> new SecrecyMark(level, Place.DOCUMENT)));
        }
        return found;
    }

    private static Optional<String> title(String text) {
        String plain = Marks.plain(text.substring(0, Math.min(text.length(), MOST_TITLE)));
        String together = Marks.together(plain);
        return Marks.alone(plain, false)
                .or(() -> Marks.labelled(together))
                .or(() -> SetOffMarks.in(together))
                .or(() -> TitleMarks.in(together));
    }

    /** In the name, and in the names of the folders that it stands in within an archive. */
    private static Optional<String> inNames(ReadPart part) {
        List<String> names = new ArrayList<>(List.of(part.path().split("[/\\\\]")));
        names.add(part.fileName());
        return names.stream().flatMap(name -> name(name).stream()).findFirst();
    }

    private static Optional<String> name(String fileName) {
        String name = EXTENSION.matcher(Marks.plain(fileName)).replaceFirst("");
        if (MARKED_NAME.matcher(name).find()) {
            return Optional.of(Marks.SECRET);
        }
        return title(name.replace('_', ' '));
    }

    private static Optional<String> inText(ReadPart part) {
        if (part.mediaType().equals("message/rfc822")) {
            return part.text().lines().flatMap(line -> title(line).stream()).findFirst();
        }
        for (Page page : part.pages()) {
            Optional<String> level = onPage(page, part);
            if (level.isPresent()) {
                return level;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> onPage(Page page, ReadPart part) {
        List<Line> lines = page.lines();
        boolean scan = part.origin() == ReadPart.Origin.SCAN;
        boolean sheet =
                part.mediaType().contains("spreadsheet") || part.mediaType().contains("excel");
        boolean letter = scan || hasLetterhead(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean head = isHead(line, i);
            if (!head && !Marks.mayBeAlone(line.text()) && !(part.body() && mayNameSubject(line.text()))) {
                continue;
            }
            String text = Marks.plain(line.text());
            Optional<String> level = Marks.alone(text, scan && head)
                    .filter(found -> head || !isListed(lines, Marks.plain(text)))
                    // A cell with somebody's name.
                    .filter(found -> head || letter || !sheet || !found.equals(Marks.SECRET))
                    .or(() -> inHead(text, head, part.body(), letter))
                    .or(() -> part.body() ? forwarded(text) : Optional.empty());
            if (level.isPresent()) {
                return level;
            }
        }
        return Optional.empty();
    }

    /** Beside something else in the head: "Số: 12/BC-SNgV  MẬT", or "Mật" in a frame. */
    private static Optional<String> inHead(String text, boolean head, boolean body, boolean letter) {
        if (!head || text.length() > 80) {
            return Optional.empty();
        }
        String together = Marks.together(text);
        Optional<String> labelled = Marks.labelled(together);
        if (labelled.isPresent() || body && !letter) {
            return labelled;
        }
        boolean framed = text.matches("[^\\p{L}]*(?:Tối |Tuyệt )?[Mm]ật[^\\p{L}]*");
        return framed && letter ? Optional.of(Marks.SECRET) : SetOffMarks.in(together);
    }

    private static boolean hasLetterhead(List<Line> lines) {
        return lines.stream()
                .limit(HEAD_LINES)
                .anyMatch(line -> LETTERHEAD.matcher(Marks.plain(line.text())).find());
    }

    private static boolean mayNameSubject(String line) {
        int colon = line.indexOf(':');
        return colon >= 0 && colon < 30 || line.indexOf('：') >= 0;
    }

    private static Optional<String> forwarded(String text) {
        Matcher subject = SUBJECT_LINE.matcher(text);
        return subject.matches() ? title(subject.group(1)) : Optional.empty();
    }

    private static boolean isHead(Line line, int index) {
        return Double.isNaN(line.top()) ? index < HEAD_LINES : line.top() < HEAD;
    }

    private static boolean isListed(List<Line> lines, String level) {
        for (int i = 0; i < lines.size(); i++) {
            if (Marks.plain(lines.get(i).text()).equals(level)) {
                List<Line> near = lines.subList(Math.max(0, i - LIST), Math.min(lines.size(), i + LIST));
                long degrees = near.stream()
                        .map(line -> Marks.alone(Marks.plain(line.text()), false))
                        .flatMap(Optional::stream)
                        .distinct()
                        .count();
                if (degrees > 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
