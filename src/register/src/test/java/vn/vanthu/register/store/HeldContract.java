package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.Fingerprint;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;

/** What held mails and questions promise, on each database. */
@SuppressWarnings("NullAway")
abstract class HeldContract {

    private static final MailId MAIL = MailId.ofMailName("held");
    private static final byte[] BYTES = "Subject: Văn bản\r\n\r\nKính gửi\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

    MovingClock clock;
    private RegisterSettings settings;
    private RegisterDatabase database;
    private HeldMails held;
    private Questions questions;

    abstract Vendor vendor();

    @BeforeEach
    void open() throws Exception {
        SharedRegister shared = SharedRegister.on(vendor(), START);
        settings = shared.settings();
        clock = shared.clock();
        database = shared.database();
        held = database.heldMails(folder.resolve("held"));
        questions = database.questions("a secret");
    }

    private HeldMail hold(MailId mail, Purpose purpose, byte[] bytes, String... recipients) throws Exception {
        Fingerprint received = new Fingerprint("ab".repeat(32), 7);
        return held.hold(
                content -> new HeldMail(
                        mail,
                        purpose,
                        "vp@so.vn",
                        new Envelope("vp@so.vn", List.of(recipients)),
                        content,
                        new HeldMail.Submission("vanthu@so.vn", "203.0.113.9", received, clock.instant()),
                        "Văn bản",
                        "Chờ duyệt",
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(30))),
                new ByteArrayInputStream(bytes));
    }

    private Path fileOf(HeldMail mail) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(mail.content().sha256() + ".eml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatIsHeldComesBackByteForByteWithItsWholeEnvelope() throws Exception {
        hold(MAIL, Purpose.APPROVAL, BYTES, "z@ngoai.example", "a@ngoai.example", "Z@ngoai.example");
        HeldMail found = held.find(MAIL, Purpose.APPROVAL).orElseThrow();
        assertThat(found.envelope().recipients()).containsExactly("a@ngoai.example", "z@ngoai.example");
        assertThat(found.submission().login()).isEqualTo("vanthu@so.vn");
        try (InputStream content = held.content(found)) {
            assertThat(content.readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fileOf(found))))
                .isEqualTo("rw-------");
        assertThat(held.open(Purpose.APPROVAL, "vp@so.vn")).containsExactly(found);
        assertThat(held.open(Purpose.QUARANTINE)).isEmpty();
    }

    @Test
    void heldAgainItStaysAsItWas() throws Exception {
        HeldMail first = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        HeldMail again = hold(MAIL, Purpose.APPROVAL, "other".getBytes(StandardCharsets.UTF_8), "b@ngoai.example");
        assertThat(again).isEqualTo(first);
        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void anotherRecipientOrAnotherByteMakesAnotherVersion() throws Exception {
        HeldMail one = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        HeldMail more = hold(MailId.ofMailName("2"), Purpose.APPROVAL, BYTES, "a@ngoai.example", "b@ngoai.example");
        HeldMail other = hold(MailId.ofMailName("3"), Purpose.APPROVAL, new byte[] {1}, "a@ngoai.example");
        assertThat(List.of(one.version(), more.version(), other.version())).doesNotHaveDuplicates();
    }

    @Test
    void alteredBytesAreNeverGivenOut() throws Exception {
        HeldMail mail = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        Files.write(fileOf(mail), "Subject: khác\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> held.content(mail)).isInstanceOf(HeldMails.AlteredException.class);
    }

    @Test
    void ofManyDecisionsAtOnceTheFirstStandsForAll() throws Exception {
        HeldMail mail = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<HoldDecision>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                HoldDecision mine =
                        new HoldDecision(i % 2 == 0 ? "released" : "rejected", "p" + i + "@so.vn", "", clock.instant());
                results.add(threads.submit(() -> held.decide(mail, mine)));
            }
            List<HoldDecision> standing = new ArrayList<>();
            for (Future<HoldDecision> result : results) {
                standing.add(result.get());
            }
            assertThat(standing).containsOnly(held.decision(mail).orElseThrow());
        } finally {
            threads.shutdown();
        }
        assertThat(held.open(Purpose.APPROVAL)).isEmpty();
        assertThat(held.unfinished(Purpose.APPROVAL)).containsExactly(mail);
        held.carriedOut(mail);
        assertThat(held.unfinished(Purpose.APPROVAL)).isEmpty();
    }

    @Test
    void bytesAreRemovedWhenEveryHoldOfThemIsOverAndNotBefore() throws Exception {
        HeldMail done = hold(MAIL, Purpose.QUARANTINE, BYTES, "a@ngoai.example");
        held.decide(done, new HoldDecision("released", "vanthu@so.vn", "", clock.instant()));
        held.carriedOut(done);
        assertThat(held.removeOver()).isZero();
        clock.advance(Duration.ofDays(31));
        HeldMail open = hold(MailId.ofMailName("2"), Purpose.QUARANTINE, BYTES, "a@ngoai.example");
        assertThat(held.removeOver()).isEqualTo(1);
        held.content(open).close();
        held.decide(open, new HoldDecision("expired", "", "", clock.instant()));
        held.carriedOut(open);
        clock.advance(Duration.ofDays(31));
        assertThat(held.removeOver()).isEqualTo(1);
        assertThatThrownBy(() -> held.content(open)).isInstanceOf(IOException.class);
    }

    @Test
    void aThousandRecipientsAreFrozenWithoutLoss() throws Exception {
        String[] recipients = IntStream.range(0, 1000)
                .mapToObj(i -> "n" + i + "@ngoai.example")
                .toArray(String[]::new);
        hold(MAIL, Purpose.APPROVAL, BYTES, recipients);
        assertThat(held.find(MAIL, Purpose.APPROVAL).orElseThrow().envelope().recipients())
                .hasSize(1000);
    }

    private Question question(String name) throws Exception {
        Instant now = clock.instant();
        return questions.ask(new Question(
                "approval",
                MAIL,
                name,
                "version",
                "vanthu@so.vn",
                List.of("giamdoc@so.vn", "phogiamdoc@so.vn"),
                now,
                now.plus(Duration.ofHours(4)),
                now.plus(Duration.ofHours(24))));
    }

    @Test
    void aQuestionAskedAgainHasTheSameKeyAndAnotherGatewayCannotMakeIt() throws Exception {
        Question first = question("1");
        String key = questions.keyOf(first);
        clock.advance(Duration.ofMinutes(5));
        assertThat(question("1")).isEqualTo(first);
        assertThat(questions.find(key.toUpperCase(java.util.Locale.ROOT))).contains(first);
        assertThat(questions.keyOf(question("2"))).isNotEqualTo(key);
        assertThat(database.questions("another secret").keyOf(first)).isNotEqualTo(key);
        assertThat(questions.find("approval-" + "0".repeat(26))).isEmpty();
        assertThat(TestDatabase.rows(settings, "SELECT * FROM question").toString())
                .doesNotContain(key.substring("approval-".length()));
    }

    /** Where nobody can be asked the log of approvals has one row for the mail itself. */
    @Test
    void theLogOfApprovalsShowsWhatWaitsForNobodyAndHowItEnds() throws Exception {
        HeldMail mail = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        assertThat(approvals()).isEmpty();
        held.note(mail, "nobody", "");
        assertThat(approvals()).containsExactly(MAIL + "/0 pending vanthu@so.vn");
        Question question = question("1");
        assertThat(approvals()).containsExactly(MAIL + "/1 pending vanthu@so.vn");
        Answered answer = new Answered("approved", "giamdoc@so.vn", MAIL.value(), "", clock.instant());
        questions.close(question, answer);
        clock.advance(Duration.ofMinutes(5));
        held.decide(mail, new HoldDecision("rejected", "vanthu@so.vn", "trùng số", clock.instant()));
        assertThat(approvals()).containsExactly(MAIL + "/0 rejected vanthu@so.vn", MAIL + "/1 approved vanthu@so.vn");
    }

    private List<String> approvals() throws Exception {
        return TestDatabase.rows(settings, "SELECT * FROM nhat_ky_phe_duyet ORDER BY ma_phe_duyet").stream()
                .map(row -> row.get("ma_phe_duyet") + " " + row.get("trang_thai") + " " + row.get("nguoi_trinh"))
                .toList();
    }

    @Test
    void theFirstAnswerClosesTheQuestion() throws Exception {
        Question question = question("1");
        Answered first = new Answered("approved", "giamdoc@so.vn", MAIL.value(), "", clock.instant());
        Answered second = new Answered("rejected", "phogiamdoc@so.vn", MAIL.value(), "sai", clock.instant());
        assertThat(questions.close(question, first)).isEqualTo(first);
        assertThat(questions.close(question, second)).isEqualTo(first);
        assertThat(questions.open("approval")).isEmpty();
        assertThat(questions.about(MAIL, "approval")).containsExactly(question);
    }

    @Test
    void anOpenQuestionIsRemindedOnceAndOverdueUntilItIsClosed() throws Exception {
        Question question = question("1");
        assertThat(questions.toRemind(clock.instant())).isEmpty();
        clock.advance(Duration.ofHours(4));
        assertThat(questions.toRemind(clock.instant())).containsExactly(question);
        assertThat(questions.note(question, Questions.REMINDED, "")).isTrue();
        assertThat(questions.note(question, Questions.REMINDED, "")).isFalse();
        assertThat(questions.toRemind(clock.instant())).isEmpty();
        clock.advance(Duration.ofHours(20));
        assertThat(questions.overdue(clock.instant())).containsExactly(question);
        questions.close(question, new Answered("expired", "", "", "", clock.instant()));
        assertThat(questions.overdue(clock.instant())).isEmpty();
    }

    @Test
    void everyRowIsSealedAndVerified() throws Exception {
        HeldMail mail = hold(MAIL, Purpose.APPROVAL, BYTES, "a@ngoai.example");
        held.decide(mail, new HoldDecision("released", "giamdoc@so.vn", "Đồng ý", clock.instant()));
        questions.close(question("1"), new Answered("approved", "giamdoc@so.vn", "", "Đồng ý", clock.instant()));
        database.seal();
        Verification before = AuditAccess.verify(settings, "", rows -> {});
        assertThat(before.findings()).isEmpty();
        TestDatabase.execute(settings, "UPDATE held_mail SET recipients = 'khac@ngoai.example'");
        TestDatabase.execute(settings, "UPDATE question_event SET outcome = 'rejected'");
        assertThat(AuditAccess.verify(settings, "", rows -> {}).findings()).hasSize(2);
    }
}
