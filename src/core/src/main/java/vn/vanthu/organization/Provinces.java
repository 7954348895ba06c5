package vn.vanthu.organization;

import java.util.List;

/**
 * The provinces and cities of Viet Nam, those before 1 July 2025 too: many have an agency of the same name as ours, with the
 * province behind it.
 */
final class Provinces {

    private static final List<NamePattern> ALL = NamePattern.longestFirst(List.of(
            ("An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Định, Bình Dương,"
                            + " Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng"
                            + " Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa"
                            + " Bình, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm"
                            + " Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam,"
                            + " Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa,"
                            + " Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, HCM")
                    .split(",")));

    private Provinces() {}

    static List<NamePattern> atStartOf(List<String> words) {
        return ALL.stream().filter(province -> province.begins(words)).toList();
    }

    static List<NamePattern> namedIn(List<String> words) {
        return ALL.stream().filter(province -> province.isIn(words)).toList();
    }
}
