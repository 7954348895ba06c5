package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import vn.vanthu.approval.flow.OutgoingNumbers;
import vn.vanthu.approval.flow.Submission;
import vn.vanthu.command.Answer;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
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
    private ApprovalFlow flow;
    private QuestionDesk desk;

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
        OutgoingNumbers numbers = new OutgoingNumbers(database.books(), mails, organization, clock);
        CarryOut carryOut = new CarryOut(mails, database.releases(), database.register(), numbers, post, clock);
        flow = new ApprovalFlow(mails, questions, carryOut, post, organization, clock);
        desk = new QuestionDesk(questions, List.of(flow), clock);
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
        byte[] bytes = ("Subject: " + name + "\r\n\r\nKính gửi\r\n").getBytes(StandardCharsets.UTF_8);
        HeldMail held = mails.hold(
                content -> new HeldMail(
                        MailId.ofMailName(name),
                        Purpose.APPROVAL,
                        "vp" + DOMAIN,
                        new Envelope("vp" + DOMAIN, List.of("a@ngoai.example")),
                        content,
                        new HeldMail.Submission("vanthu" + DOMAIN, "", content, clock.instant()),
                        name,
                        "nhân danh Sở",
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(90))),
                new ByteArrayInputStream(bytes));
        Deadlines deadlines = new Deadlines(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3));
        flow.submit(held, new Submission("tóm tắt", false, deadlines, List.of()));
        return held;
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
}
