package vn.vanthu.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.message.MailId;
import vn.vanthu.spam.Teacher.Taught;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

class TeacherTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String LOGIN = "chuyenvien1@donvi.example";

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SpamFilter filter;

    @SuppressWarnings("NullAway.Init")
    private Teacher teacher;

    @BeforeEach
    void open() throws IOException {
        filter = new SpamFilter(ENGINE, Lessons.open(folder, Clock.fixed(NOW, ZoneOffset.UTC)));
        teacher = new Teacher(filter);
    }

    private Taught teach(int number, Kind kind, String login, Instant at) {
        return teacher.teach(letter(number), MailId.ofMailName("m" + number), kind, login, at);
    }

    @Test
    void onePersonTeachesSoMuchInADayAndNoMore() {
        for (int i = 0; i < Teacher.LESSONS_A_DAY; i++) {
            assertThat(teach(i, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        }
        assertThat(teach(900, Kind.SPAM, LOGIN, NOW.plusSeconds(60))).isEqualTo(Taught.OVER_LIMIT);
        assertThat(filter.lessons().counts().spam()).isEqualTo(Teacher.LESSONS_A_DAY);
        assertThat(teach(900, Kind.SPAM, "vanthu@donvi.example", NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teach(901, Kind.SPAM, LOGIN, NOW.plus(Duration.ofHours(25)))).isEqualTo(Taught.LEARNED);
    }

    @Test
    void theOppositeUndoesALessonEvenAtTheLimitAndTheSameAgainCountsOnce() {
        teacher.limit(2);
        assertThat(teach(1, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teach(1, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teach(2, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teach(1, Kind.HAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(filter.lessons().counts().ham()).isEqualTo(1);
        assertThat(filter.lessons().counts().spam()).isEqualTo(1);
        assertThat(teacher.taught(MailId.ofMailName("m1"), Kind.HAM, LOGIN)).isTrue();
    }

    @Test
    void whoChangesHisMindByScriptIsStoppedAndFillsNoDisk() throws IOException {
        for (int i = 0; i <= Teacher.LESSONS_A_DAY; i++) {
            assertThat(teach(1, i % 2 == 0 ? Kind.SPAM : Kind.HAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        }
        assertThat(teach(1, Kind.HAM, LOGIN, NOW.plusSeconds(1))).isEqualTo(Taught.OVER_LIMIT);
        for (int day = 1; day <= 10; day++) {
            for (int i = 0; i < Teacher.LESSONS_A_DAY; i++) {
                teach(1, i % 2 == 0 ? Kind.HAM : Kind.SPAM, LOGIN, NOW.plus(Duration.ofDays(day)));
            }
        }
        long one = size(1);
        assertThat(Files.size(folder.resolve("lessons"))).isLessThan(110 * one);
        assertThat(reopened().lessons().all()).hasSize(1);
    }

    /** Of a file with one lesson. */
    private long size(int number) throws IOException {
        Path other = folder.resolve("other");
        new Teacher(new SpamFilter(ENGINE, Lessons.open(other, Clock.fixed(NOW, ZoneOffset.UTC))))
                .teach(letter(number), MailId.ofMailName("m" + number), Kind.SPAM, LOGIN, NOW);
        return Files.size(other.resolve("lessons"));
    }

    @Test
    void whoOpensASharedMailboxGivesLessonsOfHisOwn() {
        teacher.limit(2);
        assertThat(teach(1, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teach(2, Kind.SPAM, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        String shared = "vp@donvi.example";
        MailId mail = MailId.ofMailName("m3");
        assertThat(teacher.teach(letter(3), mail, Kind.SPAM, shared, LOGIN, NOW))
                .isEqualTo(Taught.OVER_LIMIT);
        assertThat(teacher.teach(letter(3), mail, Kind.SPAM, shared, "vanthu@donvi.example", NOW))
                .isEqualTo(Taught.LEARNED);
        assertThat(teacher.teach(letter(3), mail, Kind.HAM, shared, LOGIN, NOW)).isEqualTo(Taught.LEARNED);
        assertThat(teacher.taught(mail, Kind.HAM, shared)).isTrue();
    }

    @Test
    void whoReportsGoodMailADayLongQuarantinesNoneAndCanBeForgotten() throws IOException {
        for (int i = 0; i < 100; i++) {
            filter.learn(letter(i), "ham" + i, Kind.HAM, "vanthu@donvi.example", NOW);
            filter.learn(offer(i), "spam" + i, Kind.SPAM, "vanthu@donvi.example", NOW);
        }
        double before = reopened().score(letter(999)).points();
        for (int i = 200; i < 300; i++) {
            teach(i, Kind.SPAM, LOGIN, NOW);
        }
        assertThat(filter.score(letter(999)).verdict()).isNotEqualTo(Verdict.SPAM);
        assertThat(filter.score(offer(999)).verdict()).isEqualTo(Verdict.SPAM);
        filter.lessons().forget(lesson -> lesson.source().equals(LOGIN));
        assertThat(reopened().score(letter(999)).points()).isEqualTo(before);
    }

    private SpamFilter reopened() throws IOException {
        return new SpamFilter(ENGINE, Lessons.open(folder, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static byte[] letter(int number) {
        return mail("Báo cáo tuần " + number, "Tình hình tiếp khách nước ngoài của phòng, số " + number);
    }

    private static byte[] offer(int number) {
        return mail("Khuyến mãi " + number + "%", "Giảm giá sốc, mua ngay tại http://hang" + number + ".example");
    }

    private static byte[] mail(String subject, String text) {
        return ("From: Nguyen Van A <a@congty.example>\nTo: vanthu@donvi.example\nSubject: " + subject
                        + "\nDate: Tue, 24 Nov 2026 08:00:00 +0700\nMessage-ID: <1.abc@congty.example>\nMIME-Version:"
                        + " 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
