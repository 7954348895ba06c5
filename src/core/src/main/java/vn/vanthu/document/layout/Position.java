package vn.vanthu.document.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles of those who sign, and in what capacity (NĐ 30/2020, Annex I.II.7.b). */
final class Position {

    private static final String TITLES =
            "(?:quyen )?(?:ph[oua] )?(?:tong )?(?:giam doc|chu tich|chanh van phong|truong phong|bo truong|thu"
                    + " truong|tong cuc truong|cuc truong|chi cuc truong|vu truong|vien truong|hieu truong|truong ban|bi"
                    + " thu|thu tuong|chanh thanh tra|chanh an|thu ky|thuong truc|doi truong|tram truong|tu lenh|chi huy"
                    + " truong|chu nhiem|uy vien|chu tri|chu toa|ke toan truong|truong doan|truong khoa|to truong|truong"
                    + " cong an|thu truong|phong|hat truong|giam thi|truong tram|truong bo phan|chinh uy|van"
                    + " phong|ban|bien tap|hieu pho|dai su|tong lanh su|tham muu truong|truong ban quan ly|thanh tra|thu"
                    + " ky|cuc pho|vien pho|vu pho|truong|nguoi dung dau|dieu hanh|(?:trung|tieu|su|lu) doan truong|dai"
                    + " doi truong)";
    private static final Pattern POSITION = Pattern.compile("(?:" + TITLES + ")(?: .*)?");
    private static final Pattern OF_AGENCY = Pattern.compile("^" + TITLES + " (?=\\p{L})");
    private static final Pattern CAPACITY = Pattern.compile(
            "^[^\\p{L}]{0,2}(tm|t/m|kt|k/t|tl|t/l|tuq|t/uq|q|quyen)(?:\\s?[.,;:]\\s?|\\s)\\s*(?=\\p{L})");

    private Position() {}

    /** Whether a line in capitals begins with a title. */
    static boolean begins(Cell cell) {
        return isTitle(cell.text());
    }

    /** The same; the family name Trương is none. */
    static boolean isTitle(String line) {
        return Plain.isCapitals(line)
                && line.length() < 80
                && !line.startsWith("TRƯƠNG ")
                && POSITION.matcher(Plain.words(line)).matches();
    }

    /** The agency that a title names: "GIÁM ĐỐC SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH"; empty when it names none. */
    static String agencyIn(Cell cell) {
        Matcher matcher = OF_AGENCY.matcher(Plain.of(cell.text()));
        return begins(cell)
                        && matcher.find()
                        && Agencies.begins(Plain.words(cell.text().substring(matcher.end())))
                ? cell.text().substring(matcher.end())
                : "";
    }

    /** TM., Q., KT., TL. or TUQ. at the start of a line in capitals. */
    static Optional<String> capacity(Cell cell) {
        Matcher matcher = CAPACITY.matcher(Plain.of(cell.text()));
        if (!cell.isCapitals() || cell.text().length() > 90 || !matcher.find()) {
            return Optional.empty();
        }
        String letters = matcher.group(1).replace("/", "");
        return Optional.of(letters.equals("quyen") ? "Q." : letters.toUpperCase(Locale.ROOT) + ".");
    }

    /** The line without the capacity before the title. */
    static String withoutCapacity(String line) {
        Matcher matcher = CAPACITY.matcher(Plain.of(line));
        return matcher.find() ? line.substring(matcher.end()) : line;
    }
}
