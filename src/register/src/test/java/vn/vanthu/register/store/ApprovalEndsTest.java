package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vanthu.command.Answer;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;

/** How an approval ends otherwise than by the answer of who was asked, and what each one is told of it. */
@SuppressWarnings("NullAway")
class ApprovalEndsTest extends ApprovalFixture {

    private static final String ABSENCES = "<absence person=\"giamdoc\" from=\"23/11/2026\" until=\"30/11/2026\"/>"
            + "<absence person=\"phogiamdoc\" from=\"23/11/2026\" until=\"30/11/2026\"/>";

    private void everyLeaderIsAway() throws Exception {
        organize("leaders-own-mail=\"approved\"/>", "leaders-own-mail=\"approved\">" + ABSENCES + "</approvals>");
    }

    @Test
    void theSenderWithdrawsAlsoWhenEverybodyWhoWasAskedHasGone() throws Exception {
        HeldMail held = submit("ai cũng vắng");
        assertThat(post.sent).contains("ask 1 giamdoc");
        everyLeaderIsAway();
        desk.tend();
        assertThat(post.sent).contains("office silent-1", "nobody until 2026-11-26T02:00:00Z");
        Answer withdrawn = answer(withdrawal(held), "vanthu", "RÚT", "take back");
        assertThat(withdrawn.isDone()).isTrue();
        assertThat(mails.decision(held).orElseThrow().outcome()).isEqualTo("withdrawn");
        assertThat(mails.open(Purpose.APPROVAL)).isEmpty();
        assertThat(post.sent).contains("decided withdrawn, told giamdoc");

        organize(ABSENCES, "");
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "back").isDone()).isFalse();
        assertThat(post.sent).noneMatch(line -> line.startsWith("release"));
    }

    @Test
    void theClerkLearnsWhyTheHeldMailCannotBeLookedAtAgain() throws Exception {
        HeldMail held = submitBy("chuyenvien1", "số đã dùng", TAKEN);
        Path elsewhere = folder.resolve("another");
        Files.createDirectories(elsewhere);
        HeldMails here = mails;
        mails = database.heldMails(elsewhere);
        openDesk();
        assertThat(answer(clerks(held), "vanthu", "KIỂM TRA LẠI", "there").vietnamese())
                .contains("máy chủ khác", "CHẤP NHẬN <lý do>");

        mails = here;
        openDesk();
        try (Stream<Path> files = Files.walk(folder.resolve("held"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("name"))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertThat(answer(clerks(held), "vanthu", "KIỂM TRA LẠI", "lost").vietnamese())
                .contains("Bản lưu của thư bị mất");
    }

    @Test
    void aMailThatNobodyCanApproveStandsInTheList() throws Exception {
        everyLeaderIsAway();
        HeldMail held = submit("không có ai duyệt");
        assertThat(states(held)).containsExactly("pending");
        clock.advance(Duration.ofDays(3));
        desk.tend();
        assertThat(states(held)).containsExactly("expired");

        HeldMail withdrawn = submit("rút khi không có ai");
        answer(withdrawal(withdrawn), "vanthu", "RÚT", "take back");
        assertThat(states(withdrawn)).containsExactly("withdrawn");

        HeldMail waits = submit("rồi có người");
        organize(ABSENCES, "");
        desk.tend();
        assertThat(states(waits)).containsExactly("pending");
        answer(last(waits), "giamdoc", "DUYỆT", "back");
        assertThat(states(waits)).containsExactly("released");
    }

    @Test
    void anEndAfterTheApprovalStandsInTheList() throws Exception {
        HeldMail back = submitBy("chuyenvien1", "văn thư trả lại", TAKEN);
        answer(last(back), "giamdoc", "DUYỆT", "yes");
        answer(clerks(back), "vanthu", "TRẢ LẠI: lấy số 15", "back");
        assertThat(states(back)).containsExactly("rejected", "approved");

        HeldMail silent = submitBy("chuyenvien1", "văn thư im lặng", TAKEN);
        answer(last(silent), "giamdoc", "DUYỆT", "approved");
        clock.advance(Duration.ofDays(3));
        desk.tend();
        assertThat(states(silent)).containsExactly("expired", "approved");
    }

    @Test
    void theClerkIsToldOfTheEndAndHisLateAnswerIsNotCalledDone() throws Exception {
        HeldMail rejected = submitBy("chuyenvien1", "lãnh đạo từ chối", TAKEN);
        answer(last(rejected), "giamdoc", "TỪ CHỐI vì sai số liệu", "no");
        assertThat(post.sent).contains("decided rejected, told vanthu");
        Answer accepted = answer(clerks(rejected), "vanthu", "CHẤP NHẬN vì đúng", "late");
        assertThat(accepted.isDone()).isFalse();
        assertThat(accepted.vietnamese()).contains("giamdoc", "đã từ chối", "sai số liệu");
        assertThat(answer(clerks(rejected), "vanthu", "TRẢ LẠI vì trùng số", "late too")
                        .isDone())
                .isFalse();
        assertThat(questions.answer(clerks(rejected))).isPresent();

        HeldMail undecided = submitBy("chuyenvien1", "vừa quyết định", TAKEN);
        post.down = true;
        answer(withdrawal(undecided), "chuyenvien1", "RÚT", "take back");
        Answer back = answer(clerks(undecided), "vanthu", "TRẢ LẠI vì trùng số", "at the same time");
        assertThat(back.isDone()).isFalse();
        assertThat(back.vietnamese()).contains("chuyenvien1", "đã rút lại");
        post.down = false;
        desk.tend();
        assertThat(post.sent).contains("decided withdrawn, told giamdoc+vanthu");
    }

    @Test
    void aNumberThatTheClerkSettledIsNoLongerTheApproversConcern() throws Exception {
        HeldMail held = submitBy("chuyenvien1", "đã giải quyết", TAKEN);
        answer(clerks(held), "vanthu", "CHẤP NHẬN vì gửi lại", "clerk");
        Answer approved = answer(last(held), "giamdoc", "DUYỆT", "then");
        assertThat(approved.vietnamese())
                .contains("Thư được gửi đúng từng byte")
                .doesNotContain("Văn thư phải giải quyết");
    }

    @Test
    void theLastReminderSaysThatTheMailGoesBack() throws Exception {
        submit("nhắc lần cuối");
        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofHours(4));
            desk.tend();
            clock.advance(Duration.ofHours(20));
            desk.tend();
        }
        assertThat(post.sent).contains("remind 1", "remind 2", "remind 3 for the last time");
    }
}
