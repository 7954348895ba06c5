package vn.vanthu.approval;

import java.util.List;
import java.util.regex.Pattern;

/** Papers that a person writes in his own name, though they bear the national motto: a CV, an application, a declaration. */
final class PersonalForm {

    private static final Pattern TITLE =
            Pattern.compile("\\W*(so yeu ly lich|ly lich|tom tat ly lich|curriculum vitae|cv|resume|don (xin|de"
                    + " nghi|dang ky|xac nhan|ung tuyen|du tuyen|khieu nai|xac).*|ban (cam ket|cam doan|tu khai|tu"
                    + " thuat|tu nhan xet|tu kiem diem|kiem diem|tuong trinh|ke khai).*|to khai.*|phieu dang ky.*|giay uy"
                    + " quyen|giay cam doan|hop dong.*|bien ban ban giao|hoa don.*|bao gia|bang bao gia)\\W*");
    private static final Pattern ADDRESSED = Pattern.compile("\\W*kinh (gui|thua)\\b.*");
    private static final Pattern LIST_OR_SENTENCE = Pattern.compile("[-–+*•].*|.*[.;,]");
    private static final int HEAD = 25;

    private PersonalForm() {}

    static boolean is(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .limit(HEAD)
                .takeWhile(line -> !ADDRESSED.matcher(line.plain()).matches())
                .anyMatch(PersonalForm::isTitle);
    }

    /** A letter may name such a paper too, in a list or within its sentences. */
    private static boolean isTitle(TextLine line) {
        return line.words() <= 14
                && TITLE.matcher(line.plain()).matches()
                && !LIST_OR_SENTENCE.matcher(line.text()).matches();
    }
}
