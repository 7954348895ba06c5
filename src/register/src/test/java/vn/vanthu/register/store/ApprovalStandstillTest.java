package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.command.Answer;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;

/** A held mail that cannot go on: nobody is there to decide or to settle its number, or its bytes are damaged. */
@SuppressWarnings("NullAway")
class ApprovalStandstillTest extends ApprovalFixture {

    private static final String NOBODY = "nobody until 2026-11-26T02:00:00Z";

    private static String absence(String person) {
        return "<absence person=\"" + person + "\" from=\"23/11/2026\" until=\"30/11/2026\"/>";
    }

    private void away(String... people) throws Exception {
        organize(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\">"
                        + String.join(
                                "",
                                List.of(people).stream()
                                        .map(ApprovalStandstillTest::absence)
                                        .toList())
                        + "</approvals>");
    }

    @Test
    void withNobodyToApproveItIsToldOnceAndGivenBackInTheEnd() throws Exception {
        away("giamdoc", "phogiamdoc");
        HeldMail held = submit("không có ai");
        desk.tend();
        desk.tend();
        assertThat(post.asked).containsExactly(NOBODY);
        clock.advance(Duration.ofDays(3));
        organize(absence("phogiamdoc"), "");
        desk.tend();
        assertThat(post.sent).containsExactly(NOBODY, "decided expired, told ");
        assertThat(mails.open(Purpose.APPROVAL)).isEmpty();
        assertThat(answer(withdrawal(held), "vanthu", "RÚT", "too late").isDone())
                .isFalse();
    }

    @Test
    void whoWaitsForNobodyMayTakeItBack() throws Exception {
        away("giamdoc", "phogiamdoc");
        HeldMail held = submit("rút");
        assertThat(answer(withdrawal(held), "vanthu", "RÚT", "back").isDone()).isTrue();
        assertThat(answer(withdrawal(held), "vanthu", "RÚT", "back again").isDone())
                .isTrue();
        assertThat(post.sent).containsExactly(NOBODY, "decided withdrawn, told ");
    }

    @Test
    void afterTheHeadOfTheUnitToo() throws Exception {
        away("giamdoc", "phogiamdoc");
        organize("leaders-own-mail=\"approved\"", "leaders-own-mail=\"approved\" unit-head-first=\"yes\"");
        HeldMail held = submitBy("chuyenvien1", "chờ lãnh đạo", List.of());
        HeldMail other = submitBy("chuyenvien1", "rút", List.of());
        answer(last(held), "truongphong.letan", "DUYỆT", "head");
        answer(last(other), "truongphong.letan", "DUYỆT", "head too");
        assertThat(post.sent).contains(NOBODY);
        assertThat(answer(withdrawal(other), "chuyenvien1", "RÚT", "back").isDone())
                .isTrue();
        clock.advance(Duration.ofDays(3));
        desk.tend();
        assertThat(mails.decision(held).orElseThrow().outcome()).isEqualTo("expired");
        assertThat(mails.decision(other).orElseThrow().outcome()).isEqualTo("withdrawn");
    }

    /** The mail goes on to who approves; the number still blocks it. */
    @Test
    void withoutAClerkTheNumberWaitsForTheFirstWhoComes() throws Exception {
        String vanthu = absence("vanthu");
        away("vanthu", "chanhvanphong", "giamdoc");
        HeldMail held = submitBy("chuyenvien1", "không có văn thư", TAKEN);
        HeldMail never = submitBy("chuyenvien1", "văn thư không về", TAKEN);
        desk.tend();
        assertThat(post.sent).containsExactly("office no-clerk", "ask 1 phogiamdoc", "held 1");
        answer(last(held), "phogiamdoc", "DUYỆT", "yes");
        answer(last(never), "phogiamdoc", "DUYỆT", "yes too");
        desk.tend();
        assertThat(post.sent).noneMatch(line -> line.startsWith("release"));
        clock.advance(Duration.ofDays(1));
        organize(vanthu, "");
        desk.tend();
        assertThat(post.sent).contains("clerk vanthu " + TAKEN.get(0));
        assertThat(answer(clerks(held), "vanthu", "CHẤP NHẬN vì đúng", "clerk").isDone())
                .isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]");
        clock.advance(Duration.ofDays(2));
        desk.tend();
        assertThat(mails.decision(never).orElseThrow().outcome()).isEqualTo("expired");
    }

    @Test
    void damagedBytesAreToldOnceAndLeaveWhenTheyAreRestored() throws Exception {
        HeldMail held = submit("hỏng");
        assertThat(claim(held, "Mời họp")).isEmpty();
        Path file = fileOf(held);
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "khác");
        Answer approved = answer(last(held), "giamdoc", "DUYỆT", "yes");
        assertThat(approved.isDone()).isTrue();
        assertThat(approved.vietnamese()).contains("CHƯA gửi được");
        desk.tend();
        desk.tend();
        assertThat(post.asked).containsExactly("ask 1 giamdoc", "held 1", "damaged");
        assertThat(approver()).isNullOrEmpty();

        Files.write(file, whole);
        desk.tend();
        assertThat(post.sent).contains("release [a@ngoai.example]", "decided released, told ");
        assertThat(approver()).isEqualTo("giamdoc@songoaivu.binhdinh.gov.vn");
        assertThat(mails.unfinished(Purpose.APPROVAL)).isEmpty();
    }

    @Test
    void lostBytesAreToldBeforeAnybodyIsAsked() throws Exception {
        post.down = true;
        HeldMail held = submit("mất");
        Path file = fileOf(held);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        post.down = false;
        desk.tend();
        desk.tend();
        assertThat(post.asked).containsExactly("damaged");
        Files.write(file, whole);
        desk.tend();
        assertThat(post.sent).contains("ask 1 giamdoc");
    }

    private Path fileOf(HeldMail held) {
        String sha256 = held.content().sha256();
        return folder.resolve("held").resolve(sha256.substring(0, 2)).resolve(sha256 + ".eml");
    }

    private String approver() throws Exception {
        return TestDatabase.rows(
                        RegisterSettings.embedded(folder.resolve("data")),
                        "SELECT * FROM so_van_ban_di WHERE trang_thai = 'registered'")
                .get(0)
                .get("nguoi_duyet");
    }
}
