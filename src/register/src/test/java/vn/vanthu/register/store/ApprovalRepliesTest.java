package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.command.Answer;
import vn.vanthu.held.HeldMail;

/** What an approver types, and what is made of it. */
@SuppressWarnings("NullAway")
class ApprovalRepliesTest extends ApprovalFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duyệt?",
                "Duyệt ?",
                "Duyệt à?",
                "Duyệt à",
                "Duyệt nhé?",
                "Đồng ý?",
                "Đồng ý duyệt?",
                "Duyệt ???",
                "Duyệt!?",
                "Duyệt 2/3",
                "DUYỆT 👎",
                "DUYỆT👎",
                "Từ chối?",
                "Từ chối ? hay duyệt",
                "CHUYỂN phogiamdoc?"
            })
    void aQuestionOrADoubtDecidesNothing(String line) throws Exception {
        HeldMail held = submit("câu hỏi");
        Answer help = answer(last(held), "giamdoc", line, "ask");
        assertThat(help.isDone()).isFalse();
        assertThat(help.text()).contains("CHƯA thực hiện lệnh");
        assertThat(states(held)).containsExactly("pending");
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "then").isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DUYỆT", "duyet.", "Duyệt!", "*Duyệt*", "Duyệt ạ", "Đồng ý, gửi đi nhé", "Duyệt👍", "Duyệt - ok"
            })
    void aPoliteYesDecides(String line) throws Exception {
        HeldMail held = submit("lịch sự");
        assertThat(answer(last(held), "giamdoc", line, "yes").isDone()).isTrue();
        assertThat(states(held)).containsExactly("released");
    }
}
