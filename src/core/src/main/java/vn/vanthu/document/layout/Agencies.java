package vn.vanthu.document.layout;

import java.util.regex.Pattern;

/** The words with which the names of agencies begin, and go on in the next line. */
final class Agencies {

    private static final Pattern BEGIN = Pattern.compile(
            "(?:uy ban|ubnd|ub mttq|hdnd|hoi dong|so|bo|tong cuc|cuc|chi cuc|truong|phong|ban|bch|van phong|trung"
                    + " tam|cong ty|tong cong ty|tap doan|vien|hoi|hiep hoi|dang bo|dang uy|dang doan|ban can su|tinh"
                    + " uy|huyen uy|thanh uy|thi uy|quan uy|chi bo|lien doan|lien hiep|cong doan|doan|cong an|benh"
                    + " vien|hoc vien|dai hoc|kho bac|ngan hang|bao hiem|bhxh|toa an|thanh tra|dai phat|dai truyen|tap"
                    + " chi|bao|doi|hat|tram|xi nghiep|nha may|nha xuat ban|hop tac xa|quy|to chuc|quoc hoi|chinh phu|thu"
                    + " tuong|mat tran|chi nhanh|vu|to|khoa|su doan|lu doan|trung doan|quan khu|bo tu lenh|thuong"
                    + " truc|dien luc|buu dien|nha van hoa|thu vien|bao tang|cang vu|cang|doan dai bieu|vietnam"
                    + " airlines|ban quan ly|uy vien|lien minh|hoi lien hiep|xuong|cum|mam non|khu)(?: .*)?");
    private static final Pattern NOT = Pattern.compile(
            "(?:phong chong|hoi nghi|hoi thao|bao cao|bo sung|to trinh|so luong|so y(?! te\\b)|quy che|quy dinh|bao ve|truong"
                    + " hop|bao dam|ban hanh|ban sao|ban ghi|ban thoa|ban cam|so do|so kien|bao gia|hoi vien|khoa hoc|so"
                    + " yeu)(?: .*)?");

    /** A name that goes on in the next line, though that begins like a name. */
    private static final Pattern OPEN = Pattern.compile(
            ".*(?: va| cua| cac| thuoc| cong tac)|truong|van phong|thuong truc|ban chap hanh|bch|ban thuong vu|doan"
                    + " dai bieu|uy ban|hoi dong|ban quan ly|ban chi dao|ban can su|cong ty tnhh|cong ty co phan|tong cong ty|tap doan|benh vien|hoc vien|ngan hang|cong"
                    + " ty|trung tam|chi nhanh|hoi lien hiep|thanh tra|vien|doan tncs ho chi minh");

    private Agencies() {}

    static boolean begins(String plain) {
        return BEGIN.matcher(plain).matches() && !NOT.matcher(plain).matches();
    }

    static boolean goesOn(String plain) {
        return OPEN.matcher(plain).matches();
    }

    /** A name as a scanner read it, with the signs that it loses on the words that agencies' names are made of. */
    static String mended(String name) {
        return name.replaceAll("(?iu)(?<!hà )\\bt[iíìĩỉ]nh\\b", "tỉnh")
                .replaceAll("(?iu)\\bchi nh[aáàảã]nh\\b", "Chi nhánh")
                .replaceAll("(?iu)(?<!phi )\\bch[iíìĩỉ]nh ?ph[uủ]\\b", "Chính phủ")
                .replaceAll("(?iu)\\bv[aă]n ph[oò]ng\\b", "Văn phòng");
    }
}
