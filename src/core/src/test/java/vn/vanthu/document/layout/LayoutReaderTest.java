package vn.vanthu.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.document.Line;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;

/** Documents as plain lines, as a mail's body or a poor reader gives them. */
final class LayoutReaderTest {

    private static final String LETTER =
            """
            UBND TỈNH BÌNH ĐỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ NGOẠI VỤ Độc lập - Tự do - Hạnh phúc
            Số: 12/SNgV-VP Bình Định, ngày 03 tháng 4 năm 2024
            V/v mời tham dự hội nghị
            triển khai công tác đối ngoại
            Kính gửi:
            - Ủy ban nhân dân tỉnh;
            - Sở Nội vụ.
            Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2024 của UBND tỉnh, Sở Ngoại vụ kính mời.
            Trân trọng./.
            Nơi nhận: KT. GIÁM ĐỐC
            - Như trên; PHÓ GIÁM ĐỐC
            - Giám đốc Sở (để b/c);
            - Lưu: VT, VP. Trần Văn Bình
            """;

    @Test
    void readsALetterWhoseColumnsWereReadAsOneLine() {
        OfficialDocument letter = only(LETTER);

        assertThat(letter.fields().get(Field.CODE)).isEqualTo("12/SNgV-VP");
        assertThat(letter.fields().get(Field.TYPE)).isEqualTo("Công văn");
        assertThat(letter.fields().get(Field.ISSUED_ON)).isEqualTo("2024-04-03");
        assertThat(letter.fields().get(Field.ISSUER)).isEqualTo("Sở Ngoại vụ");
        assertThat(letter.superior()).isEqualTo("UBND tỉnh Bình Định");
        assertThat(letter.fields().get(Field.SUBJECT)).isEqualTo("mời tham dự hội nghị triển khai công tác đối ngoại");
        assertThat(letter.fields().get(Field.SIGNER)).isEqualTo("Trần Văn Bình");
        assertThat(letter.fields().get(Field.POSITION)).isEqualTo("Phó Giám đốc");
        assertThat(letter.fields().get(Field.CAPACITY)).isEqualTo("KT.");
        assertThat(letter.toPlaces()).containsExactly("Như trên", "Giám đốc Sở");
        assertThat(letter.fields().get(Field.FILE_COPY_HOLDER)).isEqualTo("VT, VP");
        assertThat(letter.addressees()).containsExactly("Ủy ban nhân dân tỉnh", "Sở Nội vụ");
        assertThat(letter.draft()).isFalse();
        assertThat(letter.signed()).isTrue();
        assertThat(letter.isSure(Field.CODE)).isTrue();
    }

    @Test
    void readsADecisionThatHasNoNumberYetAsADraft() {
        OfficialDocument decision = only(
                """
                ỦY BAN NHÂN DÂN
                TỈNH BÌNH ĐỊNH
                Số:      /QĐ-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bình Định, ngày      tháng 10 năm 2024
                QUYẾT ĐỊNH
                Về việc phê duyệt danh mục dự án
                đầu tư công năm 2025
                CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
                Căn cứ Luật Tổ chức chính quyền địa phương;
                QUYẾT ĐỊNH:
                Điều 1. Phê duyệt danh mục.
                Nơi nhận:
                - Như Điều 3;
                - Văn phòng Chính phủ (b/c);
                - Lưu: VT, K1.
                TM. ỦY BAN NHÂN DÂN
                KT. CHỦ TỊCH
                PHÓ CHỦ TỊCH
                Nguyễn Thị Hoa
                """);

        assertThat(decision.draft()).isTrue();
        assertThat(decision.fields().get(Field.TYPE)).isEqualTo("Quyết định");
        assertThat(decision.isSure(Field.CODE)).isFalse();
        assertThat(decision.fields().get(Field.ISSUED_ON)).isEmpty();
        assertThat(decision.fields().get(Field.ISSUER)).isEqualTo("Ủy ban nhân dân tỉnh Bình Định");
        assertThat(decision.fields().get(Field.SUBJECT))
                .isEqualTo("Về việc phê duyệt danh mục dự án đầu tư công năm 2025");
        assertThat(decision.fields().get(Field.SIGNER)).isEqualTo("Nguyễn Thị Hoa");
        assertThat(decision.toPlaces()).containsExactly("Như Điều 3", "Văn phòng Chính phủ");
    }

    @Test
    void readsWhatAScannerMisread() {
        OfficialDocument scanned = only(
                """
                UBND TINH BÌNH ĐỊNH CỌNG HOÀ XA HOI CHÙ NGHĨA VIỆT NAM
                SỞ NGOẠI VỤ Đôc lâp - Tư do - Hanh phuc
                SO: l2/QD-SNgV Bình Định, ngày O3 tháng l0 năm 2O24
                QUYET ĐỊNH
                Về việc khen thưởng
                GIÁM ĐỐC SỞ NGOẠI VỤ
                """);

        assertThat(scanned.fields().get(Field.CODE)).isEqualTo("12/QĐ-SNgV");
        assertThat(scanned.fields().get(Field.ISSUED_ON)).isEqualTo("2024-10-03");
        assertThat(scanned.fields().get(Field.TYPE)).isEqualTo("Quyết định");
        assertThat(scanned.fields().get(Field.SUBJECT)).isEqualTo("Về việc khen thưởng");
    }

    @Test
    void doesNotTakeTheArrivalStampForTheDocumentsOwnNumber() {
        OfficialDocument stamped = only("CÔNG VĂN ĐẾN\nSố: 77/SNV\nNgày 05/4/2024\n" + LETTER);

        assertThat(stamped.fields().get(Field.CODE)).isEqualTo("12/SNgV-VP");
        assertThat(stamped.fields().get(Field.ISSUED_ON)).isEqualTo("2024-04-03");
    }

    @Test
    void aMailThatOnlySpeaksOfADocumentIsNone() {
        assertThat(
                        documents(
                                """
                        Chào anh,
                        Em gửi anh Quyết định số 196/QĐ-UBND ngày 18/4/2012 của UBND tỉnh Bình Định.
                        Số: 0256 3822 000
                        Nơi nhận hàng: 12 Trần Phú, Quy Nhơn
                        Bình Định, ngày 5 tháng 4 năm 2024
                        Nguyễn Văn An
                        """))
                .isEmpty();
    }

    @Test
    void anApplicationIsNone() {
        assertThat(
                        documents(
                                """
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc
                        ĐƠN XIN NGHỈ PHÉP
                        Kính gửi: Giám đốc Sở Ngoại vụ
                        Tôi xin nghỉ ba ngày.
                        Bình Định, ngày 5 tháng 4 năm 2024
                        NGƯỜI LÀM ĐƠN
                        Nguyễn Văn An
                        """))
                .isEmpty();
    }

    @Test
    void aTitleOverTwoLinesIsNoName() {
        OfficialDocument letter = only(LETTER.replace(
                        "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n",
                        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. VỤ TRƯỞNG VỤ\nHẠ TẦNG XÂY DỰNG\nPHÓ VỤ TRƯỞNG\nLa Quốc Khánh\n")
                .replace("- Giám đốc Sở (để b/c);\n- Lưu: VT, VP. Trần Văn Bình\n", ""));

        assertThat(letter.fields().get(Field.SIGNER)).isEqualTo("La Quốc Khánh");
        assertThat(letter.fields().get(Field.CAPACITY)).isEqualTo("KT.");
    }

    @ParameterizedTest
    @CsvSource({"SỞ Y TẾ, Sở Y tế", "SỞ NỘI VỤ, Sở Nội vụ"})
    void everySoIsAnAgencyOfItsOwn(String name, String issuer) {
        OfficialDocument letter = only(LETTER.replace("SỞ NGOẠI VỤ Độc", name + " Độc"));

        assertThat(letter.fields().get(Field.ISSUER)).isEqualTo(issuer);
        assertThat(letter.superior()).isEqualTo("UBND tỉnh Bình Định");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BSCKII. Lê Anh Tuấn", "BS. Lê Anh Tuấn", "ThS. Lê Anh Tuấn"})
    void ranksAndDegreesAreNoPartOfAName(String line) {
        OfficialDocument letter = only(LETTER.replace("Trần Văn Bình", line));

        assertThat(letter.fields().get(Field.SIGNER)).isEqualTo("Lê Anh Tuấn");
    }

    private static OfficialDocument only(String text) {
        List<OfficialDocument> documents = documents(text);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static List<OfficialDocument> documents(String text) {
        List<Line> lines = text.lines().map(Line::of).toList();
        ReadPart part = new ReadPart(
                "1", "", "text/plain", ReadPart.Origin.TEXT, "", true, false, 0, "", List.of(new Page(lines)));
        return new LayoutReader().documents(List.of(part));
    }
}
