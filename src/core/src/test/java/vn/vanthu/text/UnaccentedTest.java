package vn.vanthu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnaccentedTest {

    @Test
    void marksAndCaseAreTakenAway() {
        assertThat(Unaccented.of("Báo cáo ĐẶC BIỆT")).isEqualTo("bao cao dac biet");
        assertThat(Unaccented.of("Đa\u0323\u0306c")).isEqualTo("dac");
        assertThat(Unaccented.words(" Kính gửi: “Sở Nội vụ”; (b/c) ")).isEqualTo("kinh gui so noi vu b c");
    }

    /** As Unicode takes each letter apart, whatever table it stands in. */
    @Test
    void everyLetterIsThatWithoutItsMarks() {
        for (char c = 0; c < 0x3000; c++) {
            String text = "x" + c + "x";
            String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT)
                    .replace('đ', 'd');
            assertThat(Unaccented.of(text)).as(Integer.toHexString(c)).isEqualTo(plain);
        }
    }
}
