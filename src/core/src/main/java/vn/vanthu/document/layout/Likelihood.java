package vn.vanthu.document.layout;

import java.util.regex.Pattern;

/** How sure it is that a text is an administrative document: its marks count, and what only other papers bear. */
final class Likelihood {

    /** Papers of private people and business that begin as documents do. */
    private static final Pattern OTHER_PAPER = Pattern.compile(
            "(?:don|so yeu|ly lich|hoa don|phieu thu|phieu chi|bang bao gia|bao gia|giay bien nhan|phieu xuat|phieu"
                    + " nhap|curriculum|thu xin viec|ban tu|to khai|giay khai|bang diem|giay vay|giay ban)\\b.*");

    /** Between private parties it bears the state's name and a number too, but no agency's letterhead. */
    private static final String CONTRACT = "Hợp đồng";

    private static final int TITLE_CELLS = 25;

    private Likelihood() {}

    static double of(Sheet sheet, Head head, Issuer issuer, Title title, Recipients recipients, Signature signature) {
        boolean numbered = head.code().isPresent();
        boolean letterhead = !issuer.name().isEmpty() && issuer.confidence() > 0.9;
        double points = 0;
        points += numbered ? 0.28 : 0;
        points += letterhead ? 0.2 : 0;
        points += head.hasState() ? 0.14 : 0;
        points += head.hasMotto() ? 0.06 : 0;
        points += head.date().isPresent() ? 0.12 : 0;
        points += title.type().isEmpty() ? 0 : 0.14;
        points += recipients.places().isEmpty() && recipients.fileCopy().isEmpty() ? 0 : 0.16;
        points += signature.name().isEmpty() ? 0 : 0.12;
        points += title.subject().isEmpty() ? 0 : 0.04;
        boolean contract = title.type().equals(CONTRACT) && !letterhead;
        points -= contract || !numbered && isOtherPaper(sheet) ? 0.5 : 0;
        boolean named = title.at() >= 0 || !title.subject().isEmpty();
        boolean issued = !recipients.places().isEmpty() && !signature.name().isEmpty();
        boolean document =
                numbered && (letterhead || head.hasState() || named && issued) || letterhead && title.at() >= 0;
        return Math.max(0, Math.min(0.99, document ? points : points / 2));
    }

    private static boolean isOtherPaper(Sheet sheet) {
        return sheet.from(0, TITLE_CELLS).stream()
                .anyMatch(cell ->
                        cell.isCapitals() && OTHER_PAPER.matcher(cell.plain()).matches());
    }
}
