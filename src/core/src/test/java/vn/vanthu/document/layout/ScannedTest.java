package vn.vanthu.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.document.Line;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;

/** What letter recognition makes of title and name under a seal, as it was seen on scans. */
final class ScannedTest {

    @ParameterizedTest
    @CsvSource({
        "GUÁM ĐỐC, Nguyễn Đức Hải, Giám đốc, Nguyễn Đức Hải",
        "CHÁNïI VĂN PHÒNG, Hoàng Nhị Sơn, Chánh Văn phòng, Hoàng Nhị Sơn",
        "PHÓ GIÁM ĐỐC, BSCKH. Lê Anh Tuấn, Phó Giám đốc, Lê Anh Tuấn",
        "TRƯỞNG PHÒNG, Đinh: Thị Hồng Nhung, Trưởng phòng, Đinh Thị Hồng Nhung",
        "GIÁM ĐỐC, Tihrơng tá Hoàng Xuân Phước, Giám đốc, Hoàng Xuân Phước",
        "GIÁM ĐỐC, Vẽ Kế Hải, Giám đốc, Võ Kế Hải",
        "GIÁM ĐỐC, Tẹ Anh Tuấn, Giám đốc, Tạ Anh Tuấn",
        "GIÁM ĐỐC, Tếng Thị Lệ Hằng, Giám đốc, Tống Thị Lệ Hằng"
    })
    void titleAndNameAreReadAsTheyWereMeant(String title, String name, String position, String signer) {
        OfficialDocument read = read(at(title, 0.62, 0.8, 0.456), at(name, 0.62, 0.82, 0.55));

        assertThat(read.fields().get(Field.POSITION)).isEqualTo(position);
        assertThat(read.fields().get(Field.SIGNER)).isEqualTo(signer);
    }

    @Test
    void aSignatureThatLiesOverTheNameIsNoPartOfIt() {
        OfficialDocument read = read(
                at("CHỦ TỊCH", 0.66, 0.77, 0.456), at("Rơ Châm Ngọc", 0.64, 0.79, 0.55), at("ớờYn", 0.58, 0.64, 0.552));

        assertThat(read.fields().get(Field.SIGNER)).isEqualTo("Rơ Châm Ngọc");
    }

    @Test
    void aNameWhoseFamilyNameIsLostIsNotCutFurther() {
        OfficialDocument read = read(at("BÍ THƯ", 0.68, 0.76, 0.456), at("Phạ¡n Thị Kiều Oanh", 0.62, 0.82, 0.55));

        assertThat(read.fields().get(Field.SIGNER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GIÁM ĐỐC, TRƯƠNG PHONG, Trương Phong",
        "GIÁM ĐỐC, BÙI THƯ, Bùi Thư",
        "GIÁM ĐỐC, Phạ¡n Đình Phùng, ''",
        "GIÁM ĐỐC, Nguy€n Quang Hải, ''"
    })
    void nobodyElseSigned(String title, String name, String signer) {
        OfficialDocument read = read(at(title, 0.62, 0.8, 0.456), at(name, 0.62, 0.82, 0.55));

        assertThat(read.fields().get(Field.SIGNER)).isEqualTo(signer);
        assertThat(read.fields().get(Field.POSITION)).isEqualTo("Giám đốc");
    }

    @Test
    void theSlashOfANumberIsThin() {
        Line number = at("Số: 41TB-SNgV", 0.18, 0.34, 0.1);

        assertThat(LayoutReader.read(part(ReadPart.Origin.SCAN, number))
                        .fields()
                        .get(Field.CODE))
                .isEqualTo("41/TB-SNgV");
        assertThat(LayoutReader.read(part(ReadPart.Origin.TEXT, number))
                        .fields()
                        .get(Field.CODE))
                .isEmpty();
    }

    private static OfficialDocument read(Line... foot) {
        List<Line> lines = new ArrayList<>(List.of(
                at("SỞ NGOẠI VỤ", 0.15, 0.38, 0.06),
                at("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.45, 0.88, 0.06),
                at("Số: 12/TB-SNgV", 0.18, 0.34, 0.1),
                at("THÔNG BÁO", 0.44, 0.59, 0.18),
                at("Về lịch làm việc của tuần tới", 0.3, 0.73, 0.2),
                at("Nơi nhận:", 0.12, 0.21, 0.458),
                at("- Như trên;", 0.12, 0.2, 0.476),
                at("- Lưu: VT.", 0.12, 0.2, 0.492)));
        lines.addAll(List.of(foot));
        return LayoutReader.read(part(ReadPart.Origin.SCAN, lines.toArray(Line[]::new)));
    }

    private static ReadPart part(ReadPart.Origin origin, Line... lines) {
        return new ReadPart(
                "2", "a.pdf", "application/pdf", origin, "", false, false, 1, "", List.of(new Page(List.of(lines))));
    }

    private static Line at(String text, double left, double right, double top) {
        return new Line(text, left, top, right, 11, false);
    }
}
