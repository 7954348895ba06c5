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
                "MẬT (Bản số: 3)"
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
                "độ tuyệt mật, tối mật và mật theo Điều 8"
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
                "Toi mat: ke hoach A2"
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
                "ke hoach toi_mat.pdf"
            })
    void isAMarkInAFileName(String name) {
        boolean certain = !name.startsWith("ke hoach");
        assertThat(rule.find("", List.of(named(name))).isPresent()).as(name).isEqualTo(certain);
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
