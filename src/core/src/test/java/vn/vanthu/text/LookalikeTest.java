package vn.vanthu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class LookalikeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giám đốc Sở Ngoại vụ",
                "GIÁM ĐỐC SỞ NGOẠI VỤ",
                "Giam doc So Ngoai vu",
                "Giám ðốc Sở Ngoại vụ",
                "Giám \u0110ốc Sở Ngoại vụ",
                "Gi\u0430m đ\u043Ec S\u1EDF Ng\u03BF\u0430i vụ",
                "G\u200Bi\u00ADám\u2060 đốc S\uFEFFở Ngoại\u180E vụ",
                "\uFF27iám đốc Sở \uFF2Egoại vụ",
                "\uD835\uDC06iam doc So \uD835\uDC0Dgoai vu",
                "Gl\u00E1m đốc S0 Ng0ại vụ",
                "Giarn d0c So Ngoai_vu",
                "Giám\u00A0đốc\u2003Sở - Ngoại · vụ"
            })
    void theEyeReadsTheSame(String text) {
        assertThat(Lookalike.words(text)).containsSubsequence("doc", "so", "ngoai", "vu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giám đốc",
                "GIÁM ĐỐC",
                "Gi\u0430m đốc",
                "Gl\u00E1m d\u03BFc",
                "Giarn doc",
                "GIÁM ÐỐC",
                "Giá\u043C Đốc"
            })
    void aTitleIsATitle(String text) {
        assertThat(Lookalike.words(text)).containsExactly("giam", "doc");
    }

    @Test
    void whatIsRememberedOfSingleCharactersIsWhatWholeTextsGive() {
        Random random = new Random(847);
        String letters = "Sở Ngоại Vụ ĐĐÐ ｓｏ ⅷ ﬁ \u0301\u0323 “x” м М \u200B ǆ ß ĳ œ Ⓜ ở";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                boolean known = random.nextBoolean();
                char any = (char) (random.nextInt(0x2FFF) + 1);
                text.append(known ? letters.charAt(random.nextInt(letters.length())) : any);
            }
            assertThat(Lookalike.plain(text.toString())).isEqualTo(Lookalike.looked(text.toString()));
        }
    }
}
