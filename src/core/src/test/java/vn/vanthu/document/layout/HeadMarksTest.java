package vn.vanthu.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.document.Caution;
import vn.vanthu.document.Line;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;

/** Marks that keep a document from being one that was issued: a draft, a form, an annex, a copy, a withdrawn one. */
final class HeadMarksTest {

    private static final String HEAD =
            """
            UBND TỈNH BÌNH ĐỊNH
            SỞ NỘI VỤ
            Số: 123/TB-SNV
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Bình Định, ngày 20 tháng 11 năm 2026
            """;
    private static final String TEXT =
            """
            THÔNG BÁO
            Về việc tổ chức họp giao ban tháng 11
            Căn cứ chương trình công tác, Sở Nội vụ thông báo như sau.
            Mẫu số 01 kèm theo được gửi lại trước ngày 25; bản cũ đã bị thu hồi.
            Nơi nhận:
            - Sở Ngoại vụ;
            - Lưu: VT.
            GIÁM ĐỐC
            Nguyễn Văn Hùng
            """;

    @Test
    void anOrdinaryNoticeHasNone() {
        assertThat(read(HEAD + TEXT).draft()).isFalse();
        assertThat(read(HEAD + TEXT).cautions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DỰ THẢO",
                "DỰ THẢO LẦN 2 ĐỂ LẤY Ý KIẾN GÓP Ý",
                "(Dự thảo để xin ý kiến)",
                "(Bản dự thảo ngày 20/11/2026 trình Ban Giám đốc xem xét)",
            })
    void aDraftSaysSoInItsHead(String mark) {
        assertThat(read(HEAD + mark + "\n" + TEXT).draft()).isTrue();
        assertThat(read(mark + "\n" + HEAD + TEXT).draft()).isTrue();
    }

    @Test
    void aWatermarkMayComeAfterTheText() {
        assertThat(read(HEAD + TEXT + "DỰ THẢO\n").draft()).isTrue();
    }

    @Test
    void aLetterAboutADraftIsNone() {
        OfficialDocument letter = read(
                """
                UBND TỈNH BÌNH ĐỊNH
                SỞ NỘI VỤ
                Số: 12/SNV-VP
                V/v góp ý
                Dự thảo Luật Đất đai sửa đổi và các văn bản hướng dẫn
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bình Định, ngày 20 tháng 11 năm 2026
                Kính gửi: Sở Ngoại vụ
                Dự thảo Luật được gửi kèm.
                Nơi nhận:
                - Như trên;
                - Lưu: VT.
                GIÁM ĐỐC
                Nguyễn Văn Hùng
                """);
        assertThat(letter.fields().get(Field.SUBJECT)).contains("Dự thảo Luật Đất đai");
        assertThat(letter.draft()).isFalse();
        assertThat(letter.cautions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MẪU 01 - KÈM THEO HƯỚNG DẪN | FORM",
                "Mẫu số 1a | FORM",
                "Biểu mẫu số II | FORM",
                "PHỤ LỤC: MẪU THÔNG BÁO | ANNEX",
                "(Kèm theo Công văn số 12/SNV-VP) | ANNEX",
                "BẢN SAO | COPY",
                "SAO Y BẢN CHÍNH | COPY",
                "VĂN BẢN NÀY ĐÃ BỊ THU HỒI | WITHDRAWN",
                "(Đã hết hiệu lực) | WITHDRAWN",
            })
    void otherMarksInTheHeadAreSeen(String mark, Caution caution) {
        assertThat(read(HEAD + mark + "\n" + TEXT).cautions()).containsExactly(caution);
    }

    @Test
    void aCopyIsStampedBelowItsSignature() {
        assertThat(read(HEAD + TEXT + "SAO Y; SỞ NỘI VỤ; 20/11/2026\n").cautions())
                .containsExactly(Caution.COPY);
    }

    @Test
    void theNameOfATypeThatIsOnlyLikeThePrintedOneIsNotSure() {
        OfficialDocument ballot = read(HEAD.replace("TB-", "PB-") + TEXT.replace("THÔNG BÁO", "PHIẾU BẦU"));
        assertThat(ballot.isSure(Field.TYPE)).isFalse();
        assertThat(read(HEAD + TEXT).isSure(Field.TYPE)).isTrue();
    }

    private static OfficialDocument read(String text) {
        Page page = new Page(text.lines().map(Line::of).toList());
        return LayoutReader.read(
                new ReadPart("1", "", "text/plain", ReadPart.Origin.TEXT, "", false, false, 0, "", List.of(page)));
    }
}
