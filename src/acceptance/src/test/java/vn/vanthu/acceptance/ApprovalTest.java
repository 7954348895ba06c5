package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.campaign.StepMailet;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;

/** What leaves in the agency's name is approved by its leader first, by mail, and leaves exactly as approved. */
@ExtendWith(SharedOffice.class)
class ApprovalTest extends ApprovalScenario {

    ApprovalTest(Office office) {
        super(office);
    }

    @Test
    void nobodyGetsItBeforeTheDirectorApprovesAndThenEveryoneGetsTheseBytes() throws Exception {
        Letter letter = official("Công văn A");
        String place = place();
        String hidden = place();
        office.client("vanthu").send(letter, place, hidden, address("chuyenvien1"));
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        assertThat(office.register().outcomesInWords(id)).doesNotContain("delivered", "relayed");
        assertThat(MessageBytes.textOf(question))
                .contains(place, hidden, "DUYỆT", "TỪ CHỐI", "SHA-256", "Điều 7 khoản 1");
        assertThat(MessageBytes.asItCame(originalIn(question))).isEqualTo(letter.bytes());
        assertThat(MessageBytes.textOf(
                        office.notice("vanthu", "Đang chờ duyệt: " + letter.subject() + " (" + id + ")")))
                .contains("CHƯA được gửi", "giamdoc", "RÚT");

        assertThat(reply("giamdoc", question, "duyet")).contains("Đã duyệt");

        assertThat(office.outside().awaitMailFor(place).message())
                .satisfies(bytes -> assertThat(MessageBytes.asItCame(bytes)).isEqualTo(letter.bytes()));
        office.outside().awaitMailFor(hidden);
        assertThat(MessageBytes.asItCame(office.mailIn("chuyenvien1", id))).isEqualTo(letter.bytes());
        await().untilAsserted(() -> assertThat(approvals(id)).isEqualTo("released " + address("giamdoc")));
        office.notice("vanthu", "Đã duyệt và gửi: " + letter.subject() + " (" + id + ")");
        assertThat(office.outside().takenFor(place)).hasSize(1);
    }

    @Test
    void personalMailIsNotHeldAndALeadersOwnIsApprovedByHimself() throws Exception {
        Letter personal = Letter.from(address("chuyenvien1"), "Trao đổi");
        String place = place();
        office.client("chuyenvien1").send(personal, place);
        office.outside().awaitMailFor(place);

        Letter own = official("giamdoc", "Công văn của Giám đốc");
        office.client("giamdoc").send(own, place());
        Row row = office.register().settledAbout(own.subject());
        assertThat(row.get("ket_qua")).isEqualTo("relayed");
        assertThat(approvals(row.id())).isEqualTo("released " + address("giamdoc"));
    }

    @Test
    void onlyTheOneWhoWasAskedDecidesWithTheKeyAndNoProgram() throws Exception {
        Letter letter = official("Công văn B");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();

        assertThat(reply("vanthu", question, "DUYỆT")).contains("KHÔNG thực hiện", "không gửi cho anh/chị");
        String forged = NOTICES.replace("@", "+approval-" + "0".repeat(26) + "@");
        assertThat(command("giamdoc", forged, "DUYỆT", "")).contains("KHÔNG thực hiện");
        Letter bare = answer("giamdoc", NOTICES, "Duyệt");
        office.client("giamdoc").send(bare, NOTICES);
        assertThat(answerTo("giamdoc", bare)).contains("KHÔNG thực hiện", "bấm Trả lời (Reply)");
        assertThat(keyAddress(answerMail("giamdoc", bare))).isEqualTo(NOTICES);
        assertThat(reply("giamdoc", question, "DUYỆT nhưng sửa lại ngày họp")).contains("CHƯA thực hiện");
        assertThat(reply("giamdoc", question, "Tôi sẽ xem sau")).contains("CHƯA thực hiện", "TỪ CHỐI");
        assertThat(reply("giamdoc", question, "từ chối")).contains("Chưa ghi lý do");
        Letter automatic =
                answer("giamdoc", keyAddress(question), "DUYỆT").withHeaders("Auto-Submitted: auto-replied\r\n");
        office.client("giamdoc").send(automatic, keyAddress(question));
        assertThat(office.register().settledAbout(automatic.subject()).get("ket_qua"))
                .isEqualTo("refused");
        Letter outside = answer("giamdoc", keyAddress(question), "DUYỆT");
        assertThat(office.receive(outside, keyAddress(question))).startsWith("550");
        assertThat(approvals(id)).isEqualTo("pending " + address("giamdoc"));
        assertThat(office.outside().takenFor(place)).isEmpty();

        assertThat(reply("giamdoc", question, "TU CHOI vi so lieu sai")).contains("Đã từ chối");
        assertThat(reply("giamdoc", question, "TU CHOI vi so lieu sai")).contains("Đã từ chối");
        assertThat(reply("giamdoc", question, "DUYỆT")).contains("KHÔNG thực hiện", "đã từ chối");
        assertThat(MessageBytes.textOf(
                        office.notice("vanthu", "Không được duyệt: " + letter.subject() + " (" + id + ")")))
                .contains("so lieu sai", "KHÔNG được duyệt");
        assertThat(office.outside().takenFor(place)).isEmpty();
        assertThat(office.register().outcomesInWords(id)).isEqualTo(place + "=refused");
    }

    @Test
    void itIsForwardedWithdrawnAndSentBackForChanges() throws Exception {
        Letter letter = official("Công văn C");
        String place = place();
        office.client("vanthu").send(letter, place);
        MimeMessage question = question("giamdoc", letter);
        String id = office.register().about(letter.subject()).id();
        assertThat(reply("giamdoc", question, "CHUYỂN chuyenvien2")).contains("không có quyền duyệt");
        assertThat(reply("giamdoc", question, "chuyen phogiamdoc")).contains("Đã chuyển");
        MimeMessage second = question("phogiamdoc", letter);
        assertThat(reply("phogiamdoc", second, "YÊU CẦU SỬA: ghi lại ngày họp")).contains("Đã yêu cầu sửa");
        assertThat(MessageBytes.textOf(office.notice("vanthu", "Yêu cầu sửa: " + letter.subject() + " (" + id + ")")))
                .contains("ghi lại ngày họp");
        await().untilAsserted(() -> assertThat(approvals(id))
                .isEqualTo("forwarded " + address("giamdoc") + ", changes_requested " + address("phogiamdoc")));

        Letter again = official("Công văn D");
        office.client("vanthu").send(again, place);
        MimeMessage third = question("giamdoc", again);
        String other = office.register().about(again.subject()).id();
        MimeMessage held = office.notice("vanthu", "Đang chờ duyệt: " + again.subject() + " (" + other + ")");
        assertThat(reply("vanthu", held, "RÚT")).contains("Đã rút");
        assertThat(reply("giamdoc", third, "APPROVE")).contains("KHÔNG thực hiện", "đã rút lại");
        assertThat(office.outside().takenFor(place)).isEmpty();
    }

    @Test
    void aUnitsMailGoesToItsHeadAndAKillAfterTheDecisionSendsItOnce() throws Exception {
        try (Office own = Office.open(gateway -> {})) {
            ApprovalTest test = new ApprovalTest(own);
            for (long delay : new long[] {0, 150, 500}) {
                Letter letter = test.official("letan", "Thông báo của Phòng");
                String place = place();
                own.client("chuyenvien1").send(letter, place);
                MimeMessage question = test.question("truongphong.letan", letter);
                String id = own.register().about(letter.subject()).id();
                Letter answer = answer("truongphong.letan", keyAddress(question), "DUYỆT");
                own.client("truongphong.letan").send(answer, keyAddress(question));
                Thread.sleep(delay);
                own.gateway().kill();
                own.gateway().start();
                assertThat(MessageBytes.asItCame(
                                own.outside().awaitMailFor(place).message()))
                        .isEqualTo(letter.bytes());
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(test.approvals(id))
                        .isEqualTo("released " + address("truongphong.letan")));
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() ->
                                assertThat(own.register().outcomesInWords(id)).isEqualTo(place + "=relayed"));
                test.office.notice("chuyenvien1", "Đã duyệt và gửi: " + letter.subject() + " (" + id + ")");
                assertThat(own.outside().takenFor(place)).hasSize(1);
            }
        }
    }

    @Test
    void aKillBetweenInsideAndOutsideRecipientsLosesNeither(@TempDir Path folder) throws Exception {
        Path trigger = folder.resolve("die");
        String sign = "<mailet match=\"All\" class=\"vn.vanthu.mailets.SignDkim\"/>";
        String die = "<mailet match=\"All\" class=\"" + StepMailet.class.getName() + "\"><trigger>" + trigger
                + "</trigger></mailet>";
        try (Office own = Office.open(gateway -> gateway.conf().replace("mailetcontainer.xml", sign, die + sign))) {
            ApprovalTest test = new ApprovalTest(own);
            Letter letter = test.official("letan", "Thông báo của Phòng");
            String place = place();
            own.client("chuyenvien1").send(letter, address("chuyenvien2"), place);
            MimeMessage question = test.question("truongphong.letan", letter);
            String id = own.register().about(letter.subject()).id();
            Files.createFile(trigger);
            own.client("truongphong.letan")
                    .send(answer("truongphong.letan", keyAddress(question), "DUYỆT"), keyAddress(question));
            await().atMost(Duration.ofSeconds(60)).until(() -> !own.gateway().isRunning());
            own.gateway().start();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(own.register().outcomesInWords(id))
                            .contains(address("chuyenvien2") + "=delivered", place + "=relayed"));
            assertThat(own.outside().takenFor(place)).hasSize(1);
        }
    }
}
