package vn.vanthu.document.layout;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Trích yếu: what a document is about, in one to several lines. */
final class Subject {

    private static final int MOST_LINES = 7;
    private static final int LETTER_CELLS = 14;
    /** Of the page's width. */
    private static final double OFF_CENTRE = 0.025;

    private static final Pattern ABOUT =
            Pattern.compile("^[^\\p{L}]{0,2}(?:v\\s?[/.|\\\\lI1]\\s?v\\b|vv\\b|ve viec\\b)[\\s:.]*");

    /** How the text below a title begins. */
    private static final Pattern BODY = Pattern.compile(
            "(?:kinh gui|can cu|thuc hien|thi hanh|xet |theo |hom nay|de |nham |sau khi|duoc su|trong |vua qua|dieu"
                    + " \\d|phan |chuong |muc |i |ii |1 |a |so ngoai vu|ngay |thoi gian|dia diem|noi dung|thanh phan|cap cho|.{3,40} tran trong (?:gioi thieu|kinh moi|thong bao)|uy"
                    + " ban nhan dan .* (?:yeu cau|thong bao|kinh|de nghi)|hien nay|trich yeu|tu ngay|gom|ben a|chung"
                    + " toi|toi |noi nhan|thu|tuan|stt|tt |buoi).*");

    /** The last word of a line that the next one goes on from. */
    private static final Pattern OPEN = Pattern.compile(
            ".*\\b(?:va|cua|ve|tai|cho|voi|tinh|huyen|so|xa|phuong|thi|thanh"
                    + " pho|nam|thang|ngay|den|(?<!dien )tu|theo|cac|nhung|trong|o|do|doi|duoc|quy|giai doan|tren|viec|ban"
                    + " hanh|gui|cong tac|trien khai|thuc hien|nhan dan|quan|thi xa|lan thu|khoa|dia ban|ket qua|ky|de)");

    private Subject() {}

    /** The cell with "V/v" near the number; -1 for none. */
    static int letterAt(Sheet sheet, Head head) {
        int from = Math.max(head.codeAt() + 1, 0);
        return IntStream.range(from, Math.min(sheet.size(), from + LETTER_CELLS))
                .filter(i -> ABOUT.matcher(Plain.of(sheet.cell(i).text())).find() && head.codeAt() >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** What follows "V/v", over the lines of its column. */
    static String letter(Sheet sheet, int at) {
        StringBuilder subject = new StringBuilder(withoutAbout(sheet.cell(at).text()));
        boolean interrupted = false;
        Cell last = sheet.cell(at);
        for (Cell cell : sheet.from(at + 1, MOST_LINES + 4)) {
            if (Head.isRightHand(cell)) {
                interrupted = true;
                continue;
            }
            boolean column = !cell.isPlaced() || cell.side() == last.side();
            boolean fits = !interrupted
                    || Plain.startsSmall(cell.text())
                    || OPEN.matcher(last.plain()).matches();
            if (!column || !fits || cell.startsWith("kinh gui") || isOtherMatter(cell)) {
                break;
            }
            subject.append(' ').append(cell.text());
            last = cell;
        }
        return tidied(subject.toString());
    }

    private static boolean isOtherMatter(Cell cell) {
        return cell.text().length() > 90
                || DocumentCode.of(cell.text()).isPresent()
                || cell.isCapitals() && TypeNames.title(cell.text()).isPresent()
                || cell.isCapitals() && cell.plain().length() > 12;
    }

    /** The lines below a title. */
    static String below(Sheet sheet, int title, String rest) {
        StringBuilder subject = new StringBuilder(rest);
        Cell last = sheet.cell(title);
        boolean first = rest.length() < 12;
        for (Cell cell : sheet.from(title + 1, MOST_LINES + 2)) {
            if (Head.isRightHand(cell) || isAside(cell)) {
                continue;
            }
            if (ends(sheet.cell(title), last, cell, first)) {
                break;
            }
            subject.append(' ').append(cell.text());
            last = cell;
            first = false;
        }
        return tidied(subject.toString());
    }

    private static boolean isAside(Cell cell) {
        return cell.text().startsWith("(") && cell.plain().matches("(?:kem theo|ban hanh kem|du thao).*");
    }

    private static boolean ends(Cell title, Cell last, Cell cell, boolean first) {
        if (cell.page() != title.page() || cell.startsWith("kinh gui") || cell.startsWith("can cu")) {
            return true;
        }
        if (cell.isCapitals()
                && (Position.begins(cell) || Agencies.begins(cell.plain()))
                && !OPEN.matcher(last.plain()).matches()) {
            return true;
        }
        if (first) {
            return isParagraph(title, cell) || isIndented(title, cell);
        }
        if (title.line().bold() && last.line().bold() && !cell.line().bold()) {
            return true;
        }
        if (cell.isCapitals() != last.isCapitals()) {
            return true;
        }
        boolean goesOn = Plain.startsSmall(cell.text())
                || OPEN.matcher(last.plain()).matches()
                || last.text().endsWith(",");
        return last.text().matches(".*[.;:]")
                || BODY.matcher(cell.plain()).matches() && !goesOn
                || !goesOn && !isStillCentred(title, last, cell);
    }

    /** Text of the document itself right below its title: not bold as that is, and as wide as the page or a sentence. */
    private static boolean isParagraph(Cell title, Cell cell) {
        boolean weaker = title.line().bold() && !cell.line().bold();
        boolean wide = !Double.isNaN(cell.line().top())
                && cell.line().right() - cell.line().left() > 0.6;
        boolean sentence = cell.text().length() > 100 || cell.text().matches(".*[.:;]");
        return weaker && (wide || sentence)
                || sentence && BODY.matcher(cell.plain()).matches();
    }

    /** Where nothing is known of bold letters: a line of the body begins at its indent, not in the middle of the page. */
    private static boolean isIndented(Cell title, Cell cell) {
        return !title.line().bold()
                && title.isPlaced()
                && cell.isPlaced()
                && !Double.isNaN(cell.line().top())
                && Math.abs(middle(title) - middle(cell)) > OFF_CENTRE
                && cell.line().right() > 0.8;
    }

    private static double middle(Cell cell) {
        return (cell.line().left() + cell.line().right()) / 2;
    }

    /** Below a title lines are centred and close to each other; a paragraph begins further right and lower. */
    private static boolean isStillCentred(Cell title, Cell last, Cell cell) {
        boolean bold = cell.line().bold() && last.line().bold();
        if (!cell.isPlaced() || !title.isPlaced()) {
            return cell.isCapitals() || bold;
        }
        boolean centred = Math.abs(middle(cell) - middle(title)) < 0.02;
        boolean sentence = !bold && cell.text().endsWith(".");
        boolean near = !sentence && cell.line().top() - last.line().top() < 0.028;
        return near && (bold || centred && cell.line().right() - cell.line().left() < 0.7);
    }

    /** As a scanner read it, where it makes one word of another: "chi" becomes "chỉ", which never stands before these. */
    static String mended(String subject) {
        return subject.replaceAll(
                "(?iu)\\b([cC])hỉ(?= (?:bộ|tiết|nhánh|cục|đoàn|hội|phí|trả|ngân sách|tiêu nội bộ|thường xuyên)\\b)"
                        + "|(?<=[Tt]hu, )([cC])hỉ\\b",
                "$1$2hi");
    }

    private static String withoutAbout(String text) {
        var about = ABOUT.matcher(Plain.of(text));
        return about.find() ? text.substring(about.end()) : text;
    }

    private static String tidied(String subject) {
        String text = subject.replaceAll("\\s+", " ").strip();
        String plain = Plain.of(text);
        String content = plain.matches("^[^\\p{L}]{0,2}v\\s?/\\s?v.*") ? withoutAbout(text) : text;
        return content.replaceAll("[\\s*_;:,-]+$", "")
                .replaceAll("^[\\s*_:;-]+", "")
                .replaceAll("\\.$", "")
                .strip();
    }
}
