package vn.vanthu.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind DUYỆT or CHO GỬI. */
class PlainYesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ạ", "a.", "nhé", "nhe!", "ok", "- gửi đi nhé", "👍", "👍🏻", "(đồng ý)", "… ạ", "gửi đi ✔"})
    void politeWordsLeaveItAYes(String behind) {
        assertThat(PlainYes.is(behind)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "à",
                "a\u0300",
                "à?",
                "nhé?",
                "???",
                "2/3",
                "2",
                "👎",
                "nhé 👎",
                "%",
                "❌",
                "😡",
                "nhưng sửa",
                "không",
                "/",
                "？",
                "好"
            })
    void questionsDoubtsAndConditionsDoNot(String behind) {
        assertThat(PlainYes.is(behind)).isFalse();
    }
}
