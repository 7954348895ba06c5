package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.approval.Releases;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.approval.flow.ApprovalPost;
import vn.vanthu.approval.flow.CarryOut;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.approval.flow.HeldContent;
import vn.vanthu.approval.flow.NumberDesk;
import vn.vanthu.approval.flow.NumberTopic;
import vn.vanthu.approval.flow.OutgoingNumbers;
import vn.vanthu.approval.flow.Submission;
import vn.vanthu.approval.flow.Versions;
import vn.vanthu.command.Answer;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.document.Line;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Question;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.question.Questions;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** An approval over days: silence, absence, people who leave, two who answer at once, stops in between. */
@SuppressWarnings("NullAway")
class ApprovalFlowTest {

    private static final String DOMAIN = "@songoaivu.binhdinh.gov.vn";

    @TempDir
    Path folder = Path.of("");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final Post post = new Post();
    private LiveOrganization organization;
    private RegisterDatabase database;
    private HeldMails mails;
    private Questions questions;
    private OutgoingNumbers numbers;
    private ApprovalFlow flow;
    private QuestionDesk desk;
    private Versions versions;

    /** Takes down what would be sent, each once, as mailboxes do. */
    private static final class Post implements ApprovalPost {

        private final Set<String> sent = new LinkedHashSet<>();
        private boolean down;

        private synchronized void send(String what) throws vn.vanthu.question.Topic.NotToldException {
            if (down) {
                throw new vn.vanthu.question.Topic.NotToldException("down", new IllegalStateException());
            }
            sent.add(what);
        }

        @Override
        public void tellHeld(HeldMail held, Question question) throws vn.vanthu.question.Topic.NotToldException {
            send("held " + question.name());
        }

        @Override
        public void ask(HeldMail held, Question question) throws vn.vanthu.question.Topic.NotToldException {
            send("ask " + question.name() + " " + names(question.asked()));
        }

        @Override
        public void askClerk(HeldMail held, Question question, String problem, boolean again)
                throws vn.vanthu.question.Topic.NotToldException {
            send((again ? "remind clerk " : "clerk ") + names(question.asked()) + " " + problem);
        }

        @Override
        public void remind(HeldMail held, Question question) throws vn.vanthu.question.Topic.NotToldException {
            send("remind " + question.name());
        }

        @Override
        public void tellDecided(HeldMail held, HoldDecision decision, List<String> others)
                throws vn.vanthu.question.Topic.NotToldException {
            send("decided " + decision.outcome() + ", told " + names(others));
        }

        @Override
        public void tellOffice(HeldMail held, String step, String what)
                throws vn.vanthu.question.Topic.NotToldException {
            send("office " + step);
        }

        @Override
        public void release(HeldMail held) throws vn.vanthu.question.Topic.NotToldException {
            send("release " + held.envelope().recipients());
        }

        private static String names(List<String> logins) {
            return String.join("+", logins).replace(DOMAIN, "");
        }
    }

    @BeforeEach
    void open() throws Exception {
        Files.copy(Path.of("..", "..", "conf", "organization.xml"), folder.resolve("organization.xml"));
        organization = LiveOrganization.open(folder.resolve("organization.xml"));
        openRegister();
    }

    private void openRegister() throws Exception {
        database = RegisterDatabase.open(RegisterSettings.embedded(folder.resolve("data")), clock);
        mails = database.heldMails(folder.resolve("held"));
        questions = database.questions("secret");
        numbers = new OutgoingNumbers(database.books(), mails, organization, clock);
        CarryOut carryOut = new CarryOut(mails, database.releases(), database.register(), numbers, post, clock);
        NumberDesk numberDesk = new NumberDesk(mails, questions, post, organization, clock);
        flow = new ApprovalFlow(mails, questions, carryOut, numberDesk, post, organization, clock);
        HeldContent contents = new HeldContent(mails, ApprovalFlowTest::read, parts -> List.of());
        NumberTopic clerk = new NumberTopic(mails, contents, questions, numbers, numberDesk, flow, post, clock);
        desk = new QuestionDesk(questions, List.of(flow, clerk), clock);
        versions = new Versions(mails, contents);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void organize(String text, String by) throws Exception {
        Path file = folder.resolve("organization.xml");
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(folder.resolve("next"), before.replace(text, by));
        Files.move(folder.resolve("next"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(organization.reloadIfChanged()).isInstanceOf(LiveOrganization.Changed.class);
    }

    private HeldMail submit(String name) throws Exception {
        return submit(name, name, "Kính gửi", "vanthu", List.of());
    }

    private HeldMail submit(String name, String subject, String text, String login, List<String> problems)
            throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HeldMail held = hold(name, subject, bytes, login);
        Deadlines deadlines = new Deadlines(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3));
        String changes = versions.changes(held, read(new ByteArrayInputStream(bytes)));
        flow.submit(held, new Submission("tóm tắt", changes, problems, false, deadlines, List.of()));
        return held;
    }

    private HeldMail hold(String name, String subject, byte[] bytes, String login) throws Exception {
        return mails.hold(
                content -> new HeldMail(
                        MailId.ofMailName(name),
                        Purpose.APPROVAL,
                        "vp" + DOMAIN,
                        new Envelope("vp" + DOMAIN, List.of("a@ngoai.example")),
                        content,
                        new HeldMail.Submission(login + DOMAIN, "", content, clock.instant()),
                        subject,
                        "nhân danh Sở",
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(90))),
                new ByteArrayInputStream(bytes));
    }

    /** The held bytes as one text. */
    private static List<ReadPart> read(InputStream message) throws IOException {
        String text = new String(message.readAllBytes(), StandardCharsets.UTF_8);
        List<Line> lines = text.lines().map(Line::of).toList();
        return List.of(new ReadPart(
                "1", "", "text/plain", ReadPart.Origin.TEXT, "", true, false, 0, "", List.of(new Page(lines))));
    }

    private Question last(HeldMail held) throws Exception {
        List<Question> all = questions.about(held.mailId(), ApprovalFlow.TOPIC);
        return all.get(all.size() - 1);
    }

    private Answer answer(Question question, String login, String line, String mail) throws Exception {
        Submitter submitter = new Submitter(
                login + DOMAIN, MailId.ofMailName(mail), clock.instant(), false, questions.keyOf(question));
        return desk.answer(MailCommand.read(line), submitter, organization.get());
    }

    private List<String> states(HeldMail held) throws Exception {
        return TestDatabase.rows(
                        RegisterSettings.embedded(folder.resolve("data")),
                        "SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = '" + held.mailId() + "' ORDER BY ma_phe_duyet")
                .stream()
                .map((Map<String, String> row) -> row.get("trang_thai"))
                .toList();
    }

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
        assertThat(answer(first, "giamdoc", "DUYỆT", "late").isDone()).isFalse();
        clock.advance(Duration.ofDays(3));
        desk.tend();
        desk.tend();
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
        assertThat(post.sent).contains("office nobody").noneMatch(line -> line.startsWith("release"));
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

    private static final List<String> TAKEN = List.of("Số 12/2026 đã dùng cho văn bản khác.");

    private HeldMail submitBy(String login, String subject, List<String> problems) throws Exception {
        return submit(subject + login, subject, "Kính gửi", login, problems);
    }

    private Question clerks(HeldMail held) throws Exception {
        return questions.about(held.mailId(), NumberTopic.TOPIC).get(0);
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
        assertThat(post.sent).contains("decided expired, told giamdoc").noneMatch(line -> line.startsWith("release"));
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

    private List<String> claim(HeldMail held, String subject) throws Exception {
        DocumentFields fields =
                DocumentFields.none().with(Field.CODE, "05/SNgV-VP").with(Field.SUBJECT, subject);
        OfficialDocument document =
                new OfficialDocument("1", fields, "", Map.of(), 1, "", List.of(), List.of(), false, true);
        return numbers.claim(held, List.of(document), List.of());
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
