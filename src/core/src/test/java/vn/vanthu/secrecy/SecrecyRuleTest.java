package vn.vanthu.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;

class SecrecyRuleTest {

    private final SecrecyRule rule = new SecrecyRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "M Ậ T",
                "M.Ậ.T",
                "| MẬT |",
                "[MẬT]",
                "┌ TỐI MẬT ┐",
                "TUYỆT  MẬT",
                "T U Y Ệ T   M Ậ T",
                "** MẬT **",
                "TÀI LIỆU THU HỒI",
                "TAI LIEU THU HOI",
                "TOI MAT",
                "TUYET MAT",
                "ĐỘ MẬT: MẬT",
                "Độ mật: Tối mật",
                "М\u1EACТ",
                "M\u200BẬ\u200BT",
                "ＭẬＴ",
                "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ",
                "(Mật)",
                "Tuyệt mật",
                "TÀI LIỆU MẬT",
                "Số: 12/BC-SNgV MẬT",
                "MẬT (Bản số: 3)",
                "TÀI LIỆU TỐI MẬT",
                "VĂN BẢN TUYỆT MẬT",
                "MẬT HỎA TỐC",
                "HỎA TỐC - MẬT",
                "CÔNG VĂN MẬT",
                "TÀI LIỆU MẬT KHÔNG SAO CHỤP",
                "SỞ NGOẠI VỤ     MẬT",
                "MẬ\u034FT",
                "M\u3164ẬT",
                "MẬ\uDB40\uDC41T",
                "ꓟẬꓔ",
                "MÂT",
                "Độ mật: Mật Độ khẩn: Hỏa tốc"
            })
    void isAMarkInTheHeadOfADocument(String line) {
        assertThat(rule.find("", List.of(document(Origin.TEXT, "SỞ NGOẠI VỤ", line, "BÁO CÁO"))))
                .as(line)
                .isPresent();
        String decomposed = Normalizer.normalize(line, Normalizer.Form.NFD);
        assertThat(rule.find("", List.of(document(Origin.TEXT, "SỞ NGOẠI VỤ", decomposed))))
                .as("decomposed: " + line)
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bảo mật thông tin",
                "Mật khẩu mới của anh",
                "BẢO MẬT",
                "bí mật kinh doanh",
                "MẬT ĐỘ DÂN SỐ",
                "mật ong rừng",
                "Nguyễn Thị Mật",
                "HƯỚNG DẪN BẢO MẬT VÀ MẬT KHẨU",
                "TÔI MẤT",
                "Tôi mất thẻ",
                "MẶT TRẬN TỔ QUỐC",
                "MẬT MÃ",
                "Danh mục bí mật nhà nước độ Mật của ngành",
                "quản lý văn bản mật theo Luật",
                "GIẢI MẬT TÀI LIỆU",
                "Độ mật: Thường",
                "the mat",
                "MATERIAL",
                "CHỊ MẬT",
                "mat bang",
                "Độ mật:",
                "Mật độ dân số: báo cáo năm 2026",
                "Mật khẩu: cách đổi",
                "Re: Mật khẩu mới - hướng dẫn",
                "Mật ong - giá tháng 11",
                "Mật, đường, sữa",
                "Bí mật: quà sinh nhật",
                "Bảo mật - hướng dẫn",
                "[Bảo mật] Cảnh báo đăng nhập",
                "Mật mã - thông báo lớp học",
                "Tôi mất: ví và giấy tờ",
                "toi mat the, lam lai the nao",
                "Toi mat, nho anh giup",
                "Danh sách: Mật",
                "Hướng dẫn phân loại văn bản (mật, tối mật, tuyệt mật)",
                "Công bố hồ sơ tối mật sau 50 năm",
                "Quy trình bảo mật - bí mật",
                "Thông báo về bảo mật",
                "độ tuyệt mật, tối mật và mật theo Điều 8",
                "TUẦN TRĂNG MẬT",
                "ONG MẬT",
                "SỎI MẬT",
                "DỊCH MẬT",
                "NGỌT NHƯ MẬT",
                "Phẫu thuật Gan - Mật",
                "Mật - vị ngọt từ núi rừng",
                "MAT - Mobile Asset Tracking",
                "Lịch trực - Mật",
                "Họp: Lan – Mật",
                "NGUYỄN MẬT",
                "KHÁCH SẠN MẬT",
                "PHƯỜNG MẬT SƠN",
                "Hướng dẫn đóng dấu MẬT",
                "Hướng dẫn dấu \"MẬT\", \"TỐI MẬT\"",
                "QUY CHẾ QUẢN LÝ TÀI LIỆU MẬT",
                "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT",
                "Sách: Tuyệt mật",
                "Bà Trần Thị MẬT"
            })
    void isNoMark(String line) {
        assertThat(rule.find(line, List.of(document(Origin.TEXT, "SỞ NGOẠI VỤ", line, "BÁO CÁO"))))
                .as(line)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[MẬT] Báo cáo",
                "(Mật)",
                "TỐI MẬT: Kế hoạch",
                "Báo cáo MẬT tháng 11",
                "MẬT",
                "Fwd: [TOI MAT] ke hoach",
                "Tối mật: Kế hoạch A2",
                "Tối Mật: Kế hoạch A2",
                "tối mật - kế hoạch A2",
                "[Tối Mật] Kế hoạch",
                "(tối mật) Kế hoạch",
                "Tuyệt mật - Báo cáo",
                "Mật: Kế hoạch A2",
                "Mật - Kế hoạch A2",
                "mật: kế hoạch",
                "Mật",
                "Re: Mật: Kế hoạch A2",
                "RE: Fwd: Tối mật: Kế hoạch A2",
                "Trả lời: Tuyệt mật – Báo cáo",
                "[Ngoài cơ quan] Mật: Kế hoạch",
                "Khẩn - Mật: Kế hoạch",
                "Kế hoạch A2 - Tối mật",
                "Tối mật Kế hoạch A2",
                "Kế hoạch A2 (mật)",
                "Báo cáo - Mật",
                "Toi mat: ke hoach A2",
                "Công văn MẬT về biên giới",
                "BÁO CÁO TUYỆT MẬT VỀ BIÊN GIỚI",
                "KẾ HOẠCH TỐI MẬT",
                "Tài liệu mật: Kế hoạch",
                "Công văn mật số 12/2026",
                "Báo cáo MẬT tổng kết",
                "M Ậ T: Kế hoạch",
                "T.Ố.I M.Ậ.T - Kế hoạch",
                "Chỉ thị MẬT",
                "Мậт: kế hoạch"
            })
    void isAMarkInASubject(String subject) {
        assertThat(rule.find(subject, List.of())).as(subject).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mật] bao cao.pdf",
                "MAT_12-BC.pdf",
                "TỐI MẬT.docx",
                "bao cao (MẬT).doc",
                "TOI_MAT.pdf",
                "ke hoach toi_mat.pdf",
                "KẾ HOẠCH TỐI MẬT.docx",
                "Công văn mật số 12.docx",
                "KE_HOACH_TOI_MAT.docx",
                "BC_12_MAT.docx"
            })
    void isAMarkInAFileName(String name) {
        boolean certain = !name.startsWith("ke hoach");
        assertThat(rule.find("", List.of(named(name))).isPresent()).as(name).isEqualTo(certain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAT_102.docx", "MAT - Mobile Asset Tracking.pdf", "Gan - Mật.pptx", "TUAN TRANG MAT.jpg"})
    void isNoMarkInAFileName(String name) {
        assertThat(rule.find("", List.of(named(name)))).as(name).isEmpty();
    }

    @Test
    void aNameInAListOfPeopleIsNoMark() {
        String[] list = {"STT", "Họ đệm", "Tên", "1", "Nguyễn Văn", "An", "2", "Trần Thị", "Mật", "3", "Lê", "Hoa"};
        assertThat(rule.find("", List.of(document(Origin.TEXT, list)))).isEmpty();
    }

    @Test
    void amongTheRowsOfASheetAHigherDegreeIsAMarkAndANameIsNone() {
        String[] rows = new String[60];
        Arrays.fill(rows, "Trần Thị");
        rows[40] = "MẬT";
        assertThat(rule.find("", List.of(sheet(rows)))).isEmpty();
        rows[40] = "TUYỆT MẬT";
        assertThat(rule.find("", List.of(sheet(rows)))).isPresent();
    }

    private static ReadPart sheet(String... rows) {
        ReadPart sheet = document(Origin.TEXT, rows);
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return new ReadPart("2", "", type, Origin.TEXT, "", false, false, 0, "", sheet.pages());
    }

    @Test
    void theSubjectOfWhatIsForwardedAsTextIsASubject() {
        Page page = new Page(List.of(
                Line.of("Anh xem giúp."), Line.of("> From: a@tinh.example"), Line.of("> Chủ đề: MẬT: Kế hoạch")));
        ReadPart body = new ReadPart("1", "", "text/plain", Origin.TEXT, "", true, false, 0, "", List.of(page));
        assertThat(rule.find("", List.of(body))).isPresent();
    }

    @Test
    void aSubjectThatRepeatsItselfTakesNoTime() {
        assertThat(rule.find("bảo MẬT ".repeat(200_000), List.of())).isEmpty();
    }

    @Test
    void aMarkWithALetterReadTwiceIsAMarkOnAScan() {
        assertThat(Marks.alone("MẠẬT", true)).contains("MẬT");
        assertThat(Marks.alone("TÔÔI MẬT", true)).contains("TỐI MẬT");
        assertThat(Marks.alone("MẠẬT", false)).isEmpty();
    }

    @Test
    void wrongDiacriticsCountInTheHeadOfAScanOnly() {
        assertThat(rule.find("", List.of(document(Origin.SCAN, "SỞ NGOẠI VỤ", "MẠT"))))
                .isPresent();
        assertThat(rule.find("", List.of(document(Origin.TEXT, "SỞ NGOẠI VỤ", "MẶT"))))
                .isEmpty();
    }

    @Test
    void aLawThatListsTheDegreesIsNoSecret() {
        String[] law = new String[60];
        Arrays.fill(law, "Điều 5. Phân loại bí mật nhà nước theo quy định của Chính phủ");
        law[40] = "TUYỆT MẬT";
        law[42] = "TỐI MẬT";
        law[44] = "MẬT";
        assertThat(rule.find("Luật", List.of(document(Origin.TEXT, law)))).isEmpty();
    }

    @Test
    void theSenderIsToldTheClauseAndThePaperWay() {
        Optional<vn.vanthu.decision.Decision> decision = rule.decide("[MẬT] x", List.of());
        assertThat(decision.orElseThrow().reason().text()).contains("giấy", "không lưu");
        assertThat(decision.orElseThrow().reason().clause()).contains("Điều 3 khoản 1");
    }

    private static ReadPart document(Origin origin, String... lines) {
        Page page = new Page(Arrays.stream(lines).map(Line::of).toList());
        return new ReadPart("2", "", "application/pdf", origin, "", false, false, 1, "", List.of(page));
    }

    private static ReadPart named(String name) {
        return new ReadPart("2", name, "application/pdf", Origin.TEXT, "", false, false, 1, "", List.of());
    }
}
