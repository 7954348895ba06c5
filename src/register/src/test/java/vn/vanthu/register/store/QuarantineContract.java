package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.quarantine.QuarantineFlow;
import vn.vanthu.quarantine.QuarantinePost;
import vn.vanthu.quarantine.QuarantineTerms;
import vn.vanthu.quarantine.QuarantinedMail;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.question.Question;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.Teacher;
import vn.vanthu.spam.learn.Lesson;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/** What the quarantine promises to its readers, on each database. */
@SuppressWarnings("NullAway")
abstract class QuarantineContract {

    private static final String DOMAIN = "@songoaivu.binhdinh.gov.vn";

    @TempDir
    Path folder = Path.of("");

    final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T05:00:00Z"));
    private final Post post = new Post();
    private RegisterDatabase database;
    private HeldMails held;
    private Questions questions;
    private QuarantinedMails quarantine;
    private Teacher teacher;
    private Lessons lessons;
    private QuarantineFlow flow;
    private QuestionDesk desk;
    private LiveOrganization organization;
    private int answers;
    private Duration keptFor = Duration.ofDays(30);

    abstract RegisterSettings settings() throws Exception;

    /** Takes down what would be sent. */
    private static final class Post implements QuarantinePost {

        private final List<String> released = new ArrayList<>();
        private final Map<String, Question> asked = new LinkedHashMap<>();
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<String> sent = new ArrayList<>();
        private boolean down;
        private String damaged = "";

        @Override
        public void release(HeldMail held, String mailbox) throws NotToldException {
            up();
            if (held.subject().equals(damaged)) {
                throw new NotToldException("its bytes are damaged", new IllegalStateException());
            }
            released.add(held.subject() + " to " + mailbox.replace(DOMAIN, ""));
        }

        @Override
        public void ask(Question question, List<String> readers, String subject, String text) throws NotToldException {
            up();
            String readersNames = String.join("+", readers).replace(DOMAIN, "");
            sent.add(readersNames + ": " + subject);
            asked.put(readersNames + ": " + subject, question);
            texts.put(readersNames + ": " + subject, text);
        }

        private void up() throws NotToldException {
            if (down) {
                throw new NotToldException("down", new IllegalStateException());
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        Files.copy(Path.of("..", "..", "conf", "organization.xml"), folder.resolve("organization.xml"));
        organization = LiveOrganization.open(folder.resolve("organization.xml"));
        openRegister();
    }

    private void openRegister() throws Exception {
        database = RegisterDatabase.open(settings(), clock);
        held = database.heldMails(folder.resolve("held"));
        questions = database.questions("a secret");
        quarantine = database.quarantinedMails();
        lessons = Lessons.open(folder.resolve("spam"), clock);
        teacher = new Teacher(new SpamFilter(VietnameseText.load(), lessons));
        flow = new QuarantineFlow(quarantine, held, questions, post, teacher, organization, clock);
        flow.at(new QuarantineTerms(List.of(LocalTime.of(1, 0))));
        desk = new QuestionDesk(questions, List.of(flow), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MailId hold(String subject, String reason, String... mailboxes) throws Exception {
        MailId id = MailId.ofMailName(subject);
        Instant now = clock.instant();
        List<String> all = Stream.of(mailboxes).map(name -> name + DOMAIN).toList();
        database.register()
                .record(new MailRecord(
                        id,
                        now,
                        Direction.INCOMING,
                        "",
                        "203.0.113.9",
                        "x@rac.example",
                        all,
                        "Kẻ bán hàng <x@rac.example>",
                        subject,
                        "<" + id + "@rac.example>",
                        10,
                        "ab".repeat(32)));
        HeldMail kept = held.hold(
                content -> new HeldMail(
                        id,
                        Purpose.QUARANTINE,
                        all.get(0),
                        new Envelope("x@rac.example", all),
                        content,
                        new HeldMail.Submission("", "203.0.113.9", new Fingerprint("ab".repeat(32), 10), now),
                        subject,
                        "Thư rác",
                        now,
                        now.plus(keptFor)),
                new ByteArrayInputStream(("Subject: x\r\n\r\n" + subject).getBytes(StandardCharsets.UTF_8)));
        quarantine.add(all.stream()
                .map(mailbox -> new QuarantinedMail(
                        id, mailbox, "", subject, 7.25, reason, "Rao bán thuốc", kept.heldAt(), kept.keepUntil()))
                .toList());
        return id;
    }

    private String answer(String login, String digest, String line) throws Exception {
        return answer(login, digest, line, "answer " + ++answers);
    }

    private String answer(String login, String digest, String line, String mail) throws Exception {
        Submitter submitter = new Submitter(
                login + DOMAIN,
                MailId.ofMailName(mail),
                clock.instant(),
                false,
                questions.keyOf(post.asked.get(digest)));
        return desk.answer(MailCommand.read(line), submitter, organization.get())
                .text();
    }

    private List<String> view(String columns) throws Exception {
        return TestDatabase.rows(settings(), "SELECT " + columns + " FROM thu_rac ORDER BY chu_de, nguoi_nhan").stream()
                .map(row -> String.join(" | ", row.values()).replace(DOMAIN, "").replaceAll("[.]0+$", ""))
                .toList();
    }

    @Test
    void eachReaderGetsOneListADayOfWhatIsNewAndOnlyThen() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1", "vp");
        hold("Thuốc B", "spam", "chuyenvien1");
        desk.tend();
        assertThat(post.asked).isEmpty();
        clock.set("2026-11-24T00:59:59Z");
        desk.tend();
        assertThat(post.asked).isEmpty();
        clock.set("2026-11-24T01:00:10Z");
        desk.tend();
        assertThat(post.asked.keySet())
                .containsExactlyInAnyOrder(
                        "chuyenvien1: Thư rác đã giữ lại: 2 thư, ngày 24/11/2026",
                        "vanthu: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026");
        assertThat(post.texts.get("chuyenvien1: Thư rác đã giữ lại: 2 thư, ngày 24/11/2026"))
                .contains("1. Thuốc A", "Kẻ bán hàng <x@rac.example>", "12:00 23/11/2026", "điểm 7.3", "Rao bán thuốc");
        assertThat(post.texts.get("vanthu: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026"))
                .contains("gửi tới vp" + DOMAIN);

        post.asked.clear();
        close();
        openRegister();
        desk.tend();
        clock.set("2026-11-25T01:00:10Z");
        desk.tend();
        assertThat(post.asked).isEmpty();
        hold("Thuốc C", "spam", "chuyenvien1");
        clock.set("2026-11-28T09:00:00Z");
        desk.tend();
        assertThat(post.asked.keySet()).containsExactly("chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 28/11/2026");
    }

    @Test
    void aReaderReleasesHisOwnOnceItIsLearnedAndItsOppositeUndoesTheLesson() throws Exception {
        MailId id = hold("Thuốc A", "spam", "chuyenvien1", "chuyenvien2");
        hold("Thuốc B", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        String digest = "chuyenvien1: Thư rác đã giữ lại: 2 thư, ngày 24/11/2026";

        assertThat(answer("chuyenvien2", digest, "THẢ 1")).contains("KHÔNG thực hiện");
        assertThat(answer("chuyenvien1", digest, "THẢ 3")).contains("CHƯA thực hiện", "từ 1 đến 2");
        assertThat(answer("chuyenvien1", digest, "THẢ thư của anh Nam")).contains("CHƯA thực hiện");
        assertThat(post.released).isEmpty();
        assertThat(lessons.all()).isEmpty();

        String first = answer("chuyenvien1", digest, "tha 1", "one mail");
        assertThat(first).contains("1. Thuốc A: đã thả, thư vào hộp thư chuyenvien1" + DOMAIN);
        assertThat(answer("chuyenvien1", digest, "tha 1", "one mail")).isEqualTo(first);
        assertThat(quarantine.released(id, List.of("chuyenvien1" + DOMAIN, "chuyenvien2" + DOMAIN)))
                .containsExactly("chuyenvien1" + DOMAIN);
        assertThat(post.released).containsOnly("Thuốc A to chuyenvien1");
        assertThat(lessons.all()).extracting(Lesson::kind).containsExactly(vn.vanthu.spam.learn.Kind.HAM);
        desk.tend();
        assertThat(view("nguoi_gui, nguoi_nhan, chu_de, diem, ly_do, trang_thai, nguoi_xu_ly, xu_ly_luc"))
                .containsExactly(
                        "Kẻ bán hàng <x@rac.example> | chuyenvien1 | Thuốc A | 7.25 | spam | released | chuyenvien1 |"
                                + " 2026-11-24 09:00:00",
                        "Kẻ bán hàng <x@rac.example> | chuyenvien2 | Thuốc A | 7.25 | spam | quarantined | null | null",
                        "Kẻ bán hàng <x@rac.example> | chuyenvien1 | Thuốc B | 7.25 | spam | quarantined | null |"
                                + " null");

        assertThat(answer("chuyenvien1", digest, "BAO RAC 1,2")).contains("đã ghi là thư rác");
        assertThat(lessons.all())
                .extracting(Lesson::kind)
                .containsExactly(vn.vanthu.spam.learn.Kind.SPAM, vn.vanthu.spam.learn.Kind.SPAM);
        assertThat(answer("chuyenvien1", digest, "RELEASE ALL")).contains("2. Thuốc B: đã thả");
        assertThat(lessons.all())
                .extracting(Lesson::kind)
                .containsExactly(vn.vanthu.spam.learn.Kind.HAM, vn.vanthu.spam.learn.Kind.HAM);
        database.seal();
        assertThat(AuditAccess.verify(settings(), "", rows -> {}).findings()).isEmpty();
    }

    @Test
    void aReleaseThatCouldNotBeQueuedIsQueuedLater() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        post.down = true;
        assertThat(answer("chuyenvien1", post.asked.keySet().iterator().next(), "THẢ"))
                .contains("đã ghi");
        assertThat(post.released).isEmpty();
        close();
        openRegister();
        post.down = false;
        desk.tend();
        desk.tend();
        assertThat(post.released).containsExactly("Thuốc A to chuyenvien1");
        assertThat(lessons.all()).hasSize(1);
    }

    @Test
    void aReleaseThatAlwaysFailsKeepsNeitherOthersNorDigestsNorTheEndOfOldMails() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        hold("Thuốc B", "spam", "chuyenvien1");
        hold("Thuốc C", "spam", "chuyenvien2");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        post.down = true;
        answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 2 thư, ngày 24/11/2026", "THẢ 1-2");
        post.down = false;
        post.damaged = "Thuốc A";
        clock.set("2026-12-23T02:00:00Z");
        hold("Thuốc D", "spam", "chuyenvien2");
        clock.set("2026-12-24T05:30:00Z");
        assertThatThrownBy(desk::tend).isInstanceOf(NotToldException.class);
        assertThat(post.released).containsExactly("Thuốc B to chuyenvien1");
        assertThat(post.asked).containsKey("chuyenvien2: Thư rác đã giữ lại: 1 thư, ngày 24/12/2026");
        assertThat(view("chu_de, trang_thai")).contains("Thuốc C | expired", "Thuốc D | quarantined");
    }

    @Test
    void whatMayDoHarmIsReleasedByTheClerkOnlyWhoIsToldAtOnce() throws Exception {
        MailId id = hold("Công văn khẩn", "document-with-program", "chuyenvien1");
        flow.alert(id, "Số ký hiệu: 12/UBND-VX\n");
        flow.alert(id, "Số ký hiệu: 12/UBND-VX\n");
        String alert = "vanthu: Văn bản bị giữ lại, cần văn thư xem: Công văn khẩn";
        assertThat(post.asked.keySet()).containsExactly(alert);
        assertThat(post.texts.get(alert)).contains("12/UBND-VX", "Kẻ bán hàng", "Rao bán thuốc");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        assertThat(answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026", "THẢ 1"))
                .contains("KHÔNG thả được");
        assertThat(post.released).isEmpty();
        assertThat(answer("vanthu", alert, "THẢ tất cả")).contains("đã thả");
        assertThat(post.released).containsExactly("Công văn khẩn to chuyenvien1");
    }

    @Test
    void whoMayNotReleaseHisMailHimselfHasTheClerkAskedForIt() throws Exception {
        hold("Bảng giá", "spam-dangerous", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        assertThat(answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026", "THẢ 1"))
                .contains("KHÔNG thả được", "Văn thư đã được báo");
        assertThat(answer("vanthu", "vanthu: Đề nghị thả thư bị giữ lại, cần văn thư xem: Bảng giá", "THẢ tất cả"))
                .contains("đã thả");
        assertThat(post.released).containsExactly("Bảng giá to chuyenvien1");
    }

    @Test
    void whatTheClerkCalledSpamBeforeAnyListIsRemovedWhenItsTimeIsOver() throws Exception {
        MailId id = hold("Công văn khẩn", "document-with-program", "chuyenvien1");
        flow.alert(id, "Số ký hiệu: 12/UBND-VX\n");
        answer("vanthu", "vanthu: Văn bản bị giữ lại, cần văn thư xem: Công văn khẩn", "BÁO RÁC 1");
        clock.set("2026-12-24T05:30:00Z");
        desk.tend();
        assertThat(view("trang_thai")).containsExactly("expired");
    }

    @Test
    void whatMayBeADocumentIsTheReadersAndTheClerkIsToldAtOnce() throws Exception {
        MailId id = hold("Quét", "spam-unread", "chuyenvien1");
        flow.alert(id, "Tệp không đọc được:\n- quet.pdf\n");
        String alert = "vanthu: Có thể là văn bản bị giữ lại, cần văn thư xem: Quét";
        assertThat(post.texts.get(alert)).contains("quet.pdf");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        assertThat(answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026", "THẢ 1"))
                .contains("đã thả");
    }

    @Test
    void onePersonTeachesOnlySoMuchADayButStillGetsHisMail() throws Exception {
        teacher.limit(1);
        hold("Thuốc A", "spam", "chuyenvien1");
        hold("Thuốc B", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        assertThat(answer("chuyenvien1", post.asked.keySet().iterator().next(), "THẢ 1-2"))
                .contains("2. Thuốc B: đã thả", "hôm nay anh/chị đã dạy đủ");
        assertThat(post.released).hasSize(2);
        assertThat(lessons.all()).hasSize(1);
        assertThat(answer("chuyenvien1", post.asked.keySet().iterator().next(), "BÁO RÁC 1"))
                .doesNotContain("dạy đủ");
        assertThat(lessons.all()).extracting(Lesson::kind).containsExactly(vn.vanthu.spam.learn.Kind.SPAM);
    }

    @Test
    void whatComesLateOrFromAClockThatWasWrongIsListedInTheNextDigest() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        clock.set("2026-11-23T23:00:00Z");
        hold("Thuốc B", "spam", "chuyenvien1"); // held before that digest, written after it
        clock.set("2026-11-25T03:00:00Z");
        hold("Thuốc C", "spam", "chuyenvien1"); // by a clock that is ahead
        clock.set("2026-11-25T02:00:00Z");
        desk.tend();
        clock.set("2026-11-26T02:00:00Z");
        desk.tend();
        assertThat(post.texts.get("chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 25/11/2026"))
                .contains("1. Thuốc B");
        assertThat(post.texts.get("chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 26/11/2026"))
                .contains("1. Thuốc C");
    }

    @Test
    void aFloodIsListedInPartsOnTheSameDay() throws Exception {
        List<QuarantinedMail> flood = IntStream.range(0, 601)
                .mapToObj(i -> new QuarantinedMail(
                        MailId.ofMailName("flood " + i),
                        "chuyenvien1" + DOMAIN,
                        "",
                        "Thuốc",
                        7.25,
                        "spam",
                        "Rao bán thuốc",
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(30))))
                .toList();
        quarantine.add(flood);
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        assertThat(post.sent)
                .filteredOn(subject -> subject.startsWith("chuyenvien1: "))
                .containsExactly(
                        "chuyenvien1: Thư rác đã giữ lại: 300 thư, ngày 24/11/2026",
                        "chuyenvien1: Thư rác đã giữ lại: 300 thư, ngày 24/11/2026",
                        "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026");

        clock.set("2026-12-24T02:00:00Z");
        desk.tend();
        assertThat(TestDatabase.rows(settings(), "SELECT * FROM quarantine_event WHERE step = 'expired'"))
                .hasSize(601);
    }

    @Test
    void whatWasNotListedIsNotRemovedBeforeItsReaderHadTimeToAnswer() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2027-01-02T05:00:00Z"); // the gateway did not run for 40 days
        desk.tend();
        assertThat(post.asked.keySet()).containsExactly("chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 02/01/2027");
        clock.set("2027-01-04T05:00:00Z");
        desk.tend();
        assertThat(view("trang_thai")).containsExactly("quarantined");
        assertThat(held.find(MailId.ofMailName("Thuốc A"), Purpose.QUARANTINE).filter(this::isUndecided))
                .isPresent();
        clock.set("2027-01-06T05:00:00Z");
        desk.tend();
        assertThat(view("trang_thai")).containsExactly("expired");
    }

    private boolean isUndecided(HeldMail mail) {
        try {
            return held.decision(mail).isEmpty();
        } catch (RegisterUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aListIsAnsweredAsLongAsAMailOfItIsKept() throws Exception {
        keptFor = Duration.ofDays(90);
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        clock.set("2027-02-10T02:00:00Z");
        desk.tend();
        assertThat(answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026", "THẢ 1"))
                .contains("đã thả");
    }

    @Test
    void ofTwoGatewaysTheOneThatAskedFirstTells() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        post.down = true;
        assertThatThrownBy(desk::tend).isInstanceOf(NotToldException.class);
        post.down = false;
        Questions others = database.questions("another secret");
        Post othersPost = new Post();
        QuarantineFlow other = new QuarantineFlow(quarantine, held, others, othersPost, teacher, organization, clock);
        other.at(new QuarantineTerms(List.of(LocalTime.of(1, 0))));
        MailId alerted = hold("Công văn", "document-with-program", "chuyenvien1");
        flow.alert(alerted, "Số ký hiệu: 12/UBND-VX\n");
        other.alert(alerted, "Số ký hiệu: 12/UBND-VX\n");
        new QuestionDesk(others, List.of(other), clock).tend();
        assertThat(othersPost.asked).isEmpty();
        desk.tend();
        assertThat(post.asked.keySet())
                .contains("chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026")
                .anyMatch(subject -> subject.startsWith("vanthu: Văn bản bị giữ lại"));
    }

    @Test
    void whatAnotherGatewayHasIsReleasedThereAndNotRemovedBefore() throws Exception {
        hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        HeldMails elsewhere = database.heldMails(folder.resolve("held of another"));
        QuarantineFlow other = new QuarantineFlow(quarantine, elsewhere, questions, post, teacher, organization, clock);
        QuestionDesk own = desk;
        desk = new QuestionDesk(questions, List.of(other), clock);
        assertThat(answer("chuyenvien1", "chuyenvien1: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026", "THẢ 1"))
                .contains("đã ghi", "trong ít phút")
                .doesNotContain("đã thả");
        assertThat(post.released).isEmpty();
        desk = own;
        post.damaged = "Thuốc A"; // it cannot be queued until its time is over
        clock.set("2026-12-24T05:30:00Z");
        assertThatThrownBy(desk::tend).isInstanceOf(NotToldException.class);
        post.damaged = "";
        desk.tend();
        assertThat(post.released).containsExactly("Thuốc A to chuyenvien1");
    }

    @Test
    void whatIsNobodysIsListedToTheClerk() throws Exception {
        hold("Thuốc A", "spam", "khong-co-nguoi");
        hold("Thuốc B", "spam", "giamdoc");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        String digest = "vanthu: Thư rác đã giữ lại: 1 thư, ngày 24/11/2026";
        assertThat(post.texts.get(digest)).contains("1. Thuốc A", "gửi tới khong-co-nguoi" + DOMAIN);
        assertThat(answer("vanthu", digest, "THẢ 1")).contains("đã thả");
    }

    @Test
    void whatNobodyWantedIsRemovedWhenItsTimeIsOverAndNotBefore() throws Exception {
        MailId id = hold("Thuốc A", "spam", "chuyenvien1");
        clock.set("2026-11-24T02:00:00Z");
        desk.tend();
        clock.set("2026-12-22T02:00:00Z");
        desk.tend();
        held.removeOver();
        HeldMail mail = held.find(id, Purpose.QUARANTINE).orElseThrow();
        held.content(mail).close();
        assertThat(view("trang_thai")).containsExactly("quarantined");
        clock.set("2026-12-23T05:30:00Z");
        desk.tend();
        assertThat(held.removeOver()).isEqualTo(1);
        assertThat(view("trang_thai")).containsExactly("expired");
    }
}
