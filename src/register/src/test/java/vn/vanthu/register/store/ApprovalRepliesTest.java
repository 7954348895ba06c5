package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.command.Answer;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.held.HeldMail;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Question;

/** What an approver types, and what is made of it. */
@SuppressWarnings("NullAway")
class ApprovalRepliesTest extends ApprovalFixture {

    @Test
    void aQuestionOrADoubtDecidesNothing() throws Exception {
        HeldMail held = submit("câu hỏi");
        for (String line : List.of(
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
                "CHUYỂN phogiamdoc?")) {
            Answer help = answer(last(held), "giamdoc", line, line);
            assertThat(help.isDone()).as(line).isFalse();
            assertThat(help.text()).contains("CHƯA thực hiện lệnh");
        }
        assertThat(states(held)).containsExactly("pending");
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "then").isDone()).isTrue();
    }

    @Test
    void aPoliteYesDecides() throws Exception {
        for (String line : List.of(
                "DUYỆT", "duyet.", "Duyệt!", "*Duyệt*", "Duyệt ạ", "Đồng ý, gửi đi nhé", "Duyệt👍", "Duyệt - ok")) {
            HeldMail held = submit(line);
            assertThat(answer(last(held), "giamdoc", line, line).isDone())
                    .as(line)
                    .isTrue();
            assertThat(states(held)).containsExactly("released");
        }
    }

    @Test
    void aReasonMayStickToTheCommand() throws Exception {
        for (String line : List.of(
                "TỪ CHỐI:thiếu phụ lục", "Từ chối,thiếu phụ lục", "từ chối.Thiếu phụ lục", "TỪ CHỐI : thiếu phụ lục")) {
            HeldMail held = submit(line);
            assertThat(answer(last(held), "giamdoc", line, line).vietnamese())
                    .as(line)
                    .containsIgnoringCase("kèm lý do: thiếu phụ lục");
            assertThat(states(held)).containsExactly("rejected");
        }
    }

    /** Who agrees before the Director chooses no other to decide in the Director's place. */
    @Test
    void theHeadOfTheUnitForwardsToTheDirectorOnly() throws Exception {
        organize("leaders-own-mail=\"approved\"", "leaders-own-mail=\"approved\" unit-head-first=\"yes\"");
        HeldMail held = submitBy("chuyenvien1", "vượt cấp", List.of());
        Answer refused = answer(last(held), "truongphong.letan", "CHUYỂN phogiamdoc", "around");
        assertThat(refused.isDone()).isFalse();
        assertThat(refused.vietnamese()).contains("chỉ chuyển được tới", "giamdoc@");
        assertThat(answer(last(held), "truongphong.letan", "CHUYỂN giamdoc", "up")
                        .isDone())
                .isTrue();
        assertThat(post.sent).contains("ask 2 giamdoc");
        assertThat(answer(last(held), "giamdoc", "CHUYỂN phogiamdoc", "his choice")
                        .isDone())
                .isTrue();
        assertThat(answer(last(held), "phogiamdoc", "DUYỆT", "yes").isDone()).isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]");
    }

    @Test
    void inTheDirectorsAbsenceItIsTheStandingDeputy() throws Exception {
        organize(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\" unit-head-first=\"yes\">"
                        + "<absence person=\"giamdoc\" from=\"23/11/2026\" until=\"24/11/2026\"/></approvals>");
        HeldMail held = submitBy("chuyenvien1", "Giám đốc vắng", List.of());
        assertThat(answer(last(held), "truongphong.letan", "CHUYỂN phogiamdoc", "up")
                        .isDone())
                .isTrue();
        assertThat(post.sent).contains("ask 2 phogiamdoc");
    }

    /** Accepted at 09:59, then a crash; the gateway is back at 10:05, the deadline was at 10:00. */
    @Test
    void anAnswerThatWasAcceptedInTimeCountsAfterAStop() throws Exception {
        HeldMail held = submit("mất điện lúc gần hết hạn");
        Question question = last(held);
        clock.advance(Duration.ofDays(1).minusMinutes(1));
        Instant accepted = clock.instant();
        database.close();
        clock.advance(Duration.ofMinutes(6));
        openRegister();
        desk.tend();
        Submitter director = new Submitter(
                "giamdoc@songoaivu.binhdinh.gov.vn",
                MailId.ofMailName("in the spool"),
                accepted,
                false,
                questions.keyOf(question));
        assertThat(desk.answer(MailCommand.read("DUYỆT"), director, organization.get())
                        .isDone())
                .isTrue();
        assertThat(states(held)).containsExactly("released");
    }

    @Test
    void afterTheGraceTimeIsOverAsUsual() throws Exception {
        HeldMail held = submit("mất điện lâu");
        database.close();
        clock.advance(Duration.ofDays(1).plusMinutes(5));
        openRegister();
        desk.tend();
        assertThat(states(held)).containsExactly("pending");
        clock.advance(Duration.ofMinutes(5));
        desk.tend();
        assertThat(post.sent).contains("ask 2 phogiamdoc+giamdoc");
    }

    /** He finds the first mail that asked him, while a second one asks him together with the deputy. */
    @Test
    void aReplyToTheFirstRequestDecidesWhileASecondOneIsOpen() throws Exception {
        HeldMail held = submit("thư hỏi đầu");
        Question first = last(held);
        clock.advance(Duration.ofDays(1));
        desk.tend();
        assertThat(answer(first, "phogiamdoc", "DUYỆT", "not asked there").isDone())
                .isFalse();
        Answer approved = answer(first, "giamdoc", "DUYỆT", "late");
        assertThat(approved.isDone()).isTrue();
        assertThat(answer(first, "giamdoc", "DUYỆT", "late").text()).isEqualTo(approved.text());
        assertThat(states(held)).containsExactly("expired", "released");
        assertThat(answer(first, "giamdoc", "TỪ CHỐI vì sai", "changes his mind")
                        .vietnamese())
                .contains("đã duyệt");
    }
}
