package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
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
import vn.vanthu.approval.flow.WithdrawTopic;
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
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** A register with the flow of approvals on it, a clock that is moved by hand, and a post that takes down what it sends. */
@SuppressWarnings("NullAway")
abstract class ApprovalFixture {

    private static final String DOMAIN = "@songoaivu.binhdinh.gov.vn";

    @TempDir
    Path folder = Path.of("");

    final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T02:00:00Z"));
    final Post post = new Post();
    LiveOrganization organization;
    RegisterDatabase database;
    HeldMails mails;
    Questions questions;
    OutgoingNumbers numbers;
    ApprovalFlow flow;
    QuestionDesk desk;
    Versions versions;

    /** Takes down what would be sent, each once, as mailboxes do. */
    static final class Post implements ApprovalPost {

        final Set<String> sent = new LinkedHashSet<>();
        /** The same, each as often as it was asked for. */
        final List<String> asked = new ArrayList<>();

        boolean down;

        private synchronized void send(String what) throws vn.vanthu.question.Topic.NotToldException {
            if (down) {
                throw new vn.vanthu.question.Topic.NotToldException("down", new IllegalStateException());
            }
            sent.add(what);
            asked.add(what);
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
        public void remind(HeldMail held, Question question, boolean last)
                throws vn.vanthu.question.Topic.NotToldException {
            send("remind " + question.name() + (last ? " for the last time" : ""));
        }

        @Override
        public void tellDecided(HeldMail held, HoldDecision decision, List<String> others)
                throws vn.vanthu.question.Topic.NotToldException {
            send("decided " + decision.outcome() + ", told " + names(others));
        }

        @Override
        public void tellNobody(HeldMail held, Instant until) throws vn.vanthu.question.Topic.NotToldException {
            send("nobody until " + until);
        }

        @Override
        public void tellDamaged(HeldMail held) throws vn.vanthu.question.Topic.NotToldException {
            send("damaged");
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

    void openRegister() throws Exception {
        database = RegisterDatabase.open(RegisterSettings.embedded(folder.resolve("data")), clock);
        mails = database.heldMails(folder.resolve("held"));
        questions = database.questions("secret");
        openDesk();
    }

    void openDesk() {
        numbers = new OutgoingNumbers(database.books(), mails, organization, clock);
        CarryOut carryOut = new CarryOut(mails, database.releases(), database.register(), numbers, post, clock);
        NumberDesk numberDesk = new NumberDesk(mails, questions, post, organization, clock);
        flow = new ApprovalFlow(mails, questions, carryOut, numberDesk, post, organization, clock);
        HeldContent contents = new HeldContent(mails, ApprovalFlowTest::read, parts -> List.of());
        NumberTopic clerk = new NumberTopic(mails, contents, questions, numbers, numberDesk, flow, post, clock);
        desk = new QuestionDesk(questions, List.of(flow, clerk, new WithdrawTopic(mails, flow)), clock);
        versions = new Versions(mails, contents);
    }

    @AfterEach
    void close() {
        database.close();
    }

    void organize(String text, String by) throws Exception {
        Path file = folder.resolve("organization.xml");
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(folder.resolve("next"), before.replace(text, by));
        Files.move(folder.resolve("next"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(organization.reloadIfChanged()).isInstanceOf(LiveOrganization.Changed.class);
    }

    HeldMail submit(String name) throws Exception {
        return submit(name, name, "Kính gửi", "vanthu", List.of());
    }

    HeldMail submit(String name, String subject, String text, String login, List<String> problems) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HeldMail held = hold(name, subject, bytes, login);
        Deadlines deadlines = new Deadlines(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3));
        String changes = versions.changes(held, read(new ByteArrayInputStream(bytes)));
        flow.submit(held, new Submission("tóm tắt", changes, problems, false, deadlines, List.of()));
        return held;
    }

    HeldMail hold(String name, String subject, byte[] bytes, String login) throws Exception {
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
    static List<ReadPart> read(InputStream message) throws IOException {
        String text = new String(message.readAllBytes(), StandardCharsets.UTF_8);
        List<Line> lines = text.lines().map(Line::of).toList();
        return List.of(new ReadPart(
                "1", "", "text/plain", ReadPart.Origin.TEXT, "", true, false, 0, "", List.of(new Page(lines))));
    }

    Question last(HeldMail held) throws Exception {
        List<Question> all = questions.about(held.mailId(), ApprovalFlow.TOPIC);
        return all.get(all.size() - 1);
    }

    Answer answer(Question question, String login, String line, String mail) throws Exception {
        Submitter submitter = new Submitter(
                login + DOMAIN, MailId.ofMailName(mail), clock.instant(), false, questions.keyOf(question));
        return desk.answer(MailCommand.read(line), submitter, organization.get());
    }

    List<String> states(HeldMail held) throws Exception {
        return TestDatabase.rows(
                        RegisterSettings.embedded(folder.resolve("data")),
                        "SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = '" + held.mailId() + "' ORDER BY ma_phe_duyet")
                .stream()
                .map((Map<String, String> row) -> row.get("trang_thai"))
                .toList();
    }

    static final List<String> TAKEN = List.of("Số 12/2026 đã dùng cho văn bản khác.");

    /** As the sender's notice asks. */
    Question withdrawal(HeldMail held) throws Exception {
        List<String> sender = List.of(held.submission().login());
        Instant later = held.heldAt().plus(Duration.ofDays(3650));
        return questions.ask(new Question(
                WithdrawTopic.TOPIC,
                held.mailId(),
                "1",
                held.version(),
                sender.get(0),
                sender,
                held.heldAt(),
                later,
                later));
    }

    HeldMail submitBy(String login, String subject, List<String> problems) throws Exception {
        return submit(subject + login, subject, "Kính gửi", login, problems);
    }

    Question clerks(HeldMail held) throws Exception {
        return questions.about(held.mailId(), NumberTopic.TOPIC).get(0);
    }

    List<String> claim(HeldMail held, String subject) throws Exception {
        return numbers.claim(held, List.of(document(subject)), List.of());
    }

    static OfficialDocument document(String subject) {
        return document("05/SNgV-VP", subject);
    }

    static OfficialDocument document(String code, String subject) {
        DocumentFields fields = DocumentFields.none().with(Field.CODE, code).with(Field.SUBJECT, subject);
        return new OfficialDocument("1", fields, "", Map.of(), 1, "", List.of(), List.of(), false, true);
    }
}
