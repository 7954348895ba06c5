package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.vanthu.approval.Releases;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.approval.flow.Submission;
import vn.vanthu.approval.flow.Versions;
import vn.vanthu.command.Answer;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Question;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;

/** An approval over days: silence, absence, people who leave, two who answer at once, stops in between. */
@SuppressWarnings("NullAway")
class ApprovalFlowTest extends ApprovalFixture {

    @Test
    void silenceRemindsThenAsksTheDeputyTooThenGivesBack() throws Exception {
        HeldMail held = submit("im lặng");
        assertThat(post.sent).containsExactly("ask 1 giamdoc", "held 1");
        clock.advance(Duration.ofHours(4));
        desk.tend();
        desk.tend();
        assertThat(post.sent).contains("remind 1");
        Question first = last(held);
        clock.advance(Duration.ofHours(20));
        desk.tend();
        assertThat(post.sent).contains("office silent-1", "ask 2 phogiamdoc+giamdoc");
        clock.advance(Duration.ofDays(3));
        desk.tend();
        desk.tend();
        assertThat(answer(first, "giamdoc", "DUYỆT", "late").vietnamese()).contains("đã quá hạn");
        assertThat(post.sent).anyMatch(line -> line.startsWith("decided expired"));
        assertThat(post.sent).noneMatch(line -> line.startsWith("release"));
        assertThat(states(held)).containsOnly("expired");
    }

    @Test
    void theDirectorMayStillDecideAfterTheDeputyWasAsked() throws Exception {
        HeldMail held = submit("muộn");
        clock.advance(Duration.ofDays(1));
        desk.tend();
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "answer").isDone()).isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]", "decided released, told phogiamdoc");
        assertThat(states(held)).containsExactly("expired", "released");
    }

    @Test
    void anAbsentDirectorIsReplacedAndOneWhoLeavesInBetweenToo() throws Exception {
        organize(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\"><absence person=\"giamdoc\" from=\"23/11/2026\" until=\"24/11/2026\"/>"
                        + "</approvals>");
        submit("vắng");
        assertThat(post.sent).contains("ask 1 phogiamdoc");

        organize("from=\"23/11/2026\" until=\"24/11/2026\"", "from=\"01/12/2026\" until=\"02/12/2026\"");
        post.sent.clear();
        HeldMail second = submit("thôi việc");
        assertThat(post.sent).contains("ask 1 giamdoc");
        organize("<absence person=\"giamdoc\" from=\"01/12/2026\" until=\"02/12/2026\"/>", "");
        organize("<person mailbox=\"giamdoc\"", "<person mailbox=\"giamdocmoi\"");
        desk.tend();
        assertThat(post.sent).contains("office silent-1", "ask 2 giamdocmoi");
        assertThat(answer(last(second), "giamdocmoi", "DUYỆT", "new").isDone()).isTrue();
        assertThat(states(second)).containsExactly("expired", "released");
    }

    /** A leader writes as the agency, or the head of a unit as his unit: somebody else decides. */
    @Test
    void whoSendsAndWouldApproveIsNotAskedAboutHimself() throws Exception {
        HeldMail byDirector = submit("của Giám đốc", "của Giám đốc", "Kính gửi", "giamdoc", List.of());
        assertThat(post.sent).contains("ask 1 phogiamdoc");
        assertThat(answer(last(byDirector), "giamdoc", "DUYỆT", "own").isDone()).isFalse();
        assertThat(states(byDirector)).containsExactly("pending");
        clock.advance(Duration.ofDays(1));
        desk.tend();
        assertThat(answer(last(byDirector), "giamdoc", "DUYỆT", "own, later").isDone())
                .isFalse();
        assertThat(answer(last(byDirector), "phogiamdoc", "DUYỆT", "deputy").isDone())
                .isTrue();

        post.sent.clear();
        organize("self-approval=\"no\"", "self-approval=\"yes\"");
        HeldMail allowed = submit("tự duyệt", "tự duyệt", "Kính gửi", "giamdoc", List.of());
        assertThat(answer(last(allowed), "giamdoc", "DUYỆT", "self").isDone()).isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]");
    }

    /** Director and deputy are away: nothing is decided by default; the Office is told, and it goes on with who comes. */
    @Test
    void whenNobodyIsLeftTheOfficeIsToldAndTheMailWaits() throws Exception {
        organize(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\">"
                        + "<absence person=\"giamdoc\" from=\"23/11/2026\" until=\"30/11/2026\"/>"
                        + "<absence person=\"phogiamdoc\" from=\"23/11/2026\" until=\"30/11/2026\"/></approvals>");
        HeldMail held = submit("không còn ai");
        desk.tend();
        assertThat(post.sent)
                .contains("nobody until 2026-11-26T02:00:00Z")
                .noneMatch(line -> line.startsWith("release"));
        assertThat(mails.open(Purpose.APPROVAL)).hasSize(1);

        organize("<absence person=\"phogiamdoc\" from=\"23/11/2026\" until=\"30/11/2026\"/>", "");
        desk.tend();
        assertThat(post.sent).contains("ask 1 phogiamdoc");
        assertThat(answer(last(held), "phogiamdoc", "DUYỆT", "back").isDone()).isTrue();
        assertThat(states(held)).containsExactly("released");
    }

    @Test
    void ofTwoAnswersAtOnceOneDecides() throws Exception {
        HeldMail held = submit("hai người");
        clock.advance(Duration.ofDays(1));
        desk.tend();
        Question both = last(held);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> yes = threads.submit(() -> answer(both, "giamdoc", "DUYỆT", "yes"));
            Future<Answer> no = threads.submit(() -> answer(both, "phogiamdoc", "TỪ CHỐI vì sai", "no"));
            assertThat(yes.get().isDone()).isNotEqualTo(no.get().isDone());
            assertThat(post.sent.stream().anyMatch(line -> line.startsWith("release")))
                    .isEqualTo(yes.get().isDone());
        } finally {
            threads.shutdown();
        }
        assertThat(post.sent.stream().filter(line -> line.startsWith("decided")))
                .hasSize(1);
    }

    @Test
    void whatCouldNotBeSentIsSentAfterARestart() throws Exception {
        post.down = true;
        HeldMail held = submit("mất điện");
        assertThat(post.sent).isEmpty();
        database.close();
        openRegister();
        post.down = false;
        desk.tend();
        assertThat(post.sent).contains("ask 1 giamdoc", "held 1");
        post.down = true;
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "answer").isDone()).isTrue();
        database.close();
        openRegister();
        post.down = false;
        desk.tend();
        assertThat(post.sent).contains("release [a@ngoai.example]", "decided released, told ");
        assertThat(answer(last(held), "giamdoc", "duyet", "again").isDone()).isTrue();
        assertThat(mails.unfinished(Purpose.APPROVAL)).isEmpty();
    }

    @Test
    void aReleaseHoldsForTheseBytesAndRecipientsOnly() throws Exception {
        HeldMail held = submit("đúng bản");
        answer(last(held), "giamdoc", "DUYỆT", "answer");
        Releases releases = database.releases();
        String sha256 = held.content().sha256();
        assertThat(releases.isReleased(held.mailId(), List.of("a@ngoai.example"), sha256))
                .isTrue();
        assertThat(releases.isReleased(held.mailId(), List.of("b@ngoai.example"), sha256))
                .isFalse();
        assertThat(releases.isReleased(held.mailId(), List.of("a@ngoai.example", "b@ngoai.example"), sha256))
                .isFalse();
        assertThat(releases.isReleased(held.mailId(), List.of("a@ngoai.example"), "0".repeat(64)))
                .isFalse();
        assertThat(releases.isReleased(MailId.ofMailName("khác"), List.of("a@ngoai.example"), sha256))
                .isFalse();
    }

    @Test
    void manyHeldAtOnceAreAllAskedAndDecided() throws Exception {
        List<HeldMail> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(submit("thư " + i));
        }
        assertThat(mails.open(Purpose.APPROVAL)).hasSize(100);
        for (HeldMail held : many) {
            assertThat(answer(last(held), "giamdoc", "DUYỆT", "answer " + held.mailId())
                            .isDone())
                    .isTrue();
        }
        desk.tend();
        assertThat(mails.open(Purpose.APPROVAL)).isEmpty();
        assertThat(mails.unfinished(Purpose.APPROVAL)).isEmpty();
    }

    @Test
    void theHeadOfTheUnitAgreesFirstThenTheDirectorDecides() throws Exception {
        organize("leaders-own-mail=\"approved\"", "leaders-own-mail=\"approved\" unit-head-first=\"yes\"");
        HeldMail held = submitBy("chuyenvien1", "qua hai cấp", List.of());
        assertThat(post.sent).contains("ask 1 truongphong.letan");
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "early").isDone()).isFalse();
        Question first = last(held);
        Answer agreed = answer(first, "truongphong.letan", "DUYỆT", "head");
        assertThat(agreed.vietnamese()).contains("trình tiếp lên lãnh đạo");
        assertThat(post.sent).contains("ask 2 giamdoc").noneMatch(line -> line.startsWith("release"));
        assertThat(answer(first, "truongphong.letan", "duyet", "again").vietnamese())
                .isEqualTo(agreed.vietnamese());
        assertThat(questions.about(held.mailId(), ApprovalFlow.TOPIC)).hasSize(2);
        assertThat(answer(last(held), "truongphong.letan", "DUYỆT", "not his").isDone())
                .isFalse();
        assertThat(answer(last(held), "giamdoc", "DUYỆT", "director").isDone()).isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]");

        HeldMail refused = submitBy("chuyenvien1", "trưởng phòng từ chối", List.of());
        assertThat(answer(last(refused), "truongphong.letan", "TỪ CHỐI vì sai", "no")
                        .isDone())
                .isTrue();
        assertThat(states(refused)).containsExactly("rejected");

        post.sent.clear();
        HeldMail own = submitBy("truongphong.letan", "của trưởng phòng", List.of());
        assertThat(post.sent).contains("ask 1 giamdoc");
        HeldMail silent = submitBy("chuyenvien1", "trưởng phòng im lặng", List.of());
        clock.advance(Duration.ofDays(1));
        desk.tend();
        assertThat(post.sent).contains("ask 2 giamdoc+truongphong.letan");
        assertThat(answer(last(silent), "truongphong.letan", "DUYỆT", "late").isDone())
                .isTrue();
        assertThat(states(silent)).containsExactly("expired", "approved", "pending");
        assertThat(states(own)).doesNotContain("released");
    }

    @Test
    void ofSeveralNamedApproversTheFirstDecidesAndTheOthersAreTold() throws Exception {
        organize(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\"><approver mailbox=\"vp\" person=\"phogiamdoc\"/>"
                        + "<approver mailbox=\"vp\" person=\"chanhvanphong\"/></approvals>");
        HeldMail held = submit("song song");
        assertThat(post.sent).contains("ask 1 phogiamdoc+chanhvanphong");
        assertThat(answer(last(held), "chanhvanphong", "DUYỆT", "one").isDone()).isTrue();
        Answer second = answer(last(held), "phogiamdoc", "TỪ CHỐI vì sai", "two");
        assertThat(second.isDone()).isFalse();
        assertThat(second.vietnamese()).contains("chanhvanphong", "đã duyệt");
        assertThat(post.sent).contains("release [a@ngoai.example]", "decided released, told phogiamdoc");
    }

    @Test
    void aTakenNumberWaitsForTheClerkWhoeverApproved() throws Exception {
        HeldMail held = submitBy("chuyenvien1", "số đã dùng", TAKEN);
        assertThat(post.sent).contains("clerk vanthu " + TAKEN.get(0), "ask 1 giamdoc");
        Answer approved = answer(last(held), "giamdoc", "DUYỆT", "yes");
        assertThat(approved.vietnamese()).contains("Văn thư phải giải quyết số văn bản trước");
        desk.tend();
        assertThat(post.sent).noneMatch(line -> line.startsWith("release"));
        assertThat(states(held)).containsExactly("approved");
        assertThat(answer(clerks(held), "chuyenvien1", "CHẤP NHẬN vì đúng", "thief")
                        .isDone())
                .isFalse();
        assertThat(answer(clerks(held), "vanthu", "CHẤP NHẬN", "no reason").isDone())
                .isFalse();
        assertThat(answer(clerks(held), "vanthu", "CHẤP NHẬN vì gửi lại", "clerk")
                        .isDone())
                .isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]");
        assertThat(answer(clerks(held), "vanthu", "TRẢ LẠI vì sai", "too late").isDone())
                .isFalse();
    }

    @Test
    void theClerkSendsBackOrLooksAgainAndHisSilenceReleasesNothing() throws Exception {
        HeldMail back = submitBy("chuyenvien1", "trả lại", TAKEN);
        answer(last(back), "giamdoc", "DUYỆT", "yes");
        assertThat(answer(clerks(back), "vanthu", "TRẢ LẠI: lấy số 15", "back").isDone())
                .isTrue();
        assertThat(post.sent).contains("decided rejected, told giamdoc");
        assertThat(answer(clerks(back), "vanthu", "KIỂM TRA LẠI", "after").isDone())
                .isFalse();

        HeldMail again = submitBy("chuyenvien1", "đã sửa sổ", TAKEN);
        assertThat(answer(clerks(again), "vanthu", "kiem tra lai", "again").isDone())
                .isTrue();
        assertThat(answer(last(again), "giamdoc", "DUYỆT", "then").isDone()).isTrue();
        assertThat(post.sent).contains("release [a@ngoai.example]", "decided released, told ");

        post.sent.clear();
        HeldMail silent = submitBy("chuyenvien1", "văn thư im lặng", TAKEN);
        answer(last(silent), "giamdoc", "DUYỆT", "approved");
        clock.advance(Duration.ofHours(4));
        desk.tend();
        assertThat(post.sent).contains("remind clerk vanthu " + TAKEN.get(0));
        clock.advance(Duration.ofDays(3));
        desk.tend();
        assertThat(post.sent)
                .contains("decided expired, told giamdoc+vanthu")
                .noneMatch(line -> line.startsWith("release"));
        assertThat(mails.open(Purpose.APPROVAL)).isEmpty();
    }

    @Test
    void aChangedDraftIsANewVersionAndShowsWhatIsNew() throws Exception {
        HeldMail first =
                submit("v1", "Mời họp", "Kính gửi: Quý cơ quan\nHọp ngày 20/11\nTrân trọng", "vanthu", List.of());
        Question question = last(first);
        assertThat(mails.noted(first, ApprovalFlow.CHANGES)).isEmpty();
        assertThat(answer(question, "giamdoc", "YÊU CẦU SỬA: ghi lại ngày họp", "fix")
                        .isDone())
                .isTrue();
        clock.advance(Duration.ofMinutes(5));
        HeldMail second =
                submit("v2", "Re: Mời họp", "Kính gửi: Quý cơ quan\nHọp ngày 21/11\nTrân trọng", "vanthu", List.of());
        assertThat(mails.noted(second, ApprovalFlow.CHANGES).orElseThrow())
                .contains(first.mailId().value(), "đã yêu cầu sửa", "ghi lại ngày họp")
                .contains("BỎ:   Họp ngày 20/11", "THÊM: Họp ngày 21/11")
                .doesNotContain("Trân trọng");
        assertThat(answer(question, "giamdoc", "DUYỆT", "old key").isDone()).isFalse();
        assertThat(states(second)).containsExactly("pending");

        HeldMail anothers = submit("v3", "Mời họp", "Kính gửi", "chuyenvien1", List.of());
        assertThat(mails.noted(anothers, ApprovalFlow.CHANGES)).isEmpty();
    }

    @Test
    void aChangedDraftShowsWhatIsNewThoughNobodyDecidedTheEarlierOne() throws Exception {
        HeldMail first = submit("v1", "Mời họp", "Họp ngày 20/11", "vanthu", List.of());
        clock.advance(Duration.ofMinutes(5));
        HeldMail second = submit("v2", "Mời họp", "Họp ngày 21/11", "vanthu", List.of());
        assertThat(mails.noted(second, ApprovalFlow.CHANGES).orElseThrow())
                .contains(first.mailId().value(), "còn chờ duyệt", "THÊM: Họp ngày 21/11");
        assertThat(states(first)).as("it may go to the same people beside it").containsExactly("pending");
    }

    @Test
    void aChangedDraftUnderTheNumberOfOneThatWaitsIsFoundAndReplacesItForTheSamePeople() throws Exception {
        HeldMail first = submit("v1", "Mời họp", "Kính gửi", "vanthu", List.of());
        assertThat(claim(first, "Mời họp ngày 20")).isEmpty();
        HeldMail second = submit("v2", "Sửa: Mời họp", "Kính gửi Ông", "vanthu", List.of());
        assertThat(numbers.waiting(second, List.of(document("Mời họp ngày 21"))))
                .containsExactly(first);
        assertThat(numbers.waiting(first, List.of(document("Mời họp ngày 20")))).isEmpty();
        HeldMail anothers = submit("v3", "Mời họp", "Kính gửi", "chuyenvien1", List.of());
        assertThat(numbers.waiting(anothers, List.of(document("Mời họp ngày 21"))))
                .isEmpty();
        assertThat(Versions.replaces(second, first)).isTrue();
        HeldMail elsewhere = new HeldMail(
                second.mailId(),
                second.purpose(),
                second.mailbox(),
                new Envelope(second.envelope().sender(), List.of("b@ngoai.example")),
                second.content(),
                second.submission(),
                second.subject(),
                second.reason(),
                second.heldAt(),
                second.keepUntil());
        assertThat(Versions.replaces(elsewhere, first)).isFalse();

        flow.replace(first, second);
        assertThat(claim(second, "Mời họp ngày 21")).isEmpty();
        assertThat(states(first)).containsExactly("withdrawn");
        assertThat(states(second)).containsExactly("pending");
    }

    @Test
    void aDocumentWithoutANumberReplacesNothing() throws Exception {
        HeldMail held = submit("v1", "Mời họp", "Kính gửi", "vanthu", List.of());
        List<OfficialDocument> documents = List.of(document("", "Mời họp"), document("/SNgV-VP", "Mời họp"));
        assertThat(numbers.waiting(held, documents)).isEmpty();
        assertThat(numbers.claim(held, documents, List.of()))
                .singleElement()
                .asString()
                .contains("Không đọc được số");
    }

    @Test
    void aChangedDraftTakesItsNumberOverAndNobodyElsesDoes() throws Exception {
        HeldMail first = submit("v1", "Mời họp", "Kính gửi", "vanthu", List.of());
        assertThat(claim(first, "Mời họp ngày 20")).isEmpty();
        answer(last(first), "giamdoc", "TỪ CHỐI vì sai ngày", "no");
        HeldMail anothers = submit("v2", "Của người khác", "Kính gửi", "chuyenvien1", List.of());
        assertThat(claim(anothers, "Việc khác")).singleElement().asString().contains("đã dùng cho văn bản khác");

        HeldMail second = submit("v3", "Mời họp", "Kính gửi", "vanthu", List.of());
        assertThat(claim(second, "Mời họp ngày 21")).isEmpty();
        assertThat(claim(second, "Mời họp ngày 21")).as("after a crash").isEmpty();
        answer(last(second), "giamdoc", "DUYỆT", "yes");
        assertThat(TestDatabase.rows(
                        RegisterSettings.embedded(folder.resolve("data")),
                        "SELECT * FROM so_van_ban_di WHERE trang_thai = 'registered'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("ten_loai_va_trich_yeu")).contains("Mời họp ngày 21"))
                .satisfies(row ->
                        assertThat(row.get("ma_thu")).isEqualTo(second.mailId().value()));

        HeldMail third = submit("v4", "Mời họp", "Kính gửi", "vanthu", List.of());
        assertThat(claim(third, "Việc thứ ba")).hasSize(1);
    }

    @Test
    void whatIsUrgentStandsFirstInTheList() throws Exception {
        HeldMail usual = submit("thường");
        clock.advance(Duration.ofMinutes(1));
        HeldMail urgent = hold("khẩn", "khẩn", "Kính gửi".getBytes(StandardCharsets.UTF_8), "vanthu");
        Deadlines deadlines = new Deadlines(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));
        flow.submit(urgent, new Submission("tóm tắt", "", List.of(), true, deadlines, List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AuditDatabase audit = AuditDatabase.open(RegisterSettings.embedded(folder.resolve("data")))) {
            audit.approvals(true, Format.CSV.writer(out));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsSubsequence(urgent.mailId().value(), usual.mailId().value());
    }
}
