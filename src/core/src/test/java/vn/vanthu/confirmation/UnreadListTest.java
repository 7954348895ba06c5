package vn.vanthu.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.message.MailId;
import vn.vanthu.registration.WorkingDays;

/** The clerk's list of mails with parts that could not be read. */
final class UnreadListTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        // hours are those of Viet Nam, seven before UTC
        "2026-11-24T08:59:59Z, 2026-11-23",
        "2026-11-24T09:00:00Z, 2026-11-24",
        // over the weekend Friday's stays the newest
        "2026-11-28T10:00:00Z, 2026-11-27",
        "2026-11-30T08:00:00Z, 2026-11-27",
    })
    void aListIsDueAtFourOnWorkingDays(Instant now, LocalDate day) {
        assertThat(UnreadList.newest(now)).isEqualTo(day);
    }

    @Test
    void listsFollowEachOtherWithoutGap() throws Exception {
        List<Instant> borders = new ArrayList<>();
        for (LocalDate day = TUESDAY; day.isBefore(TUESDAY.plusDays(7)); day = next(day)) {
            UnreadList.of(day, (from, to) -> {
                borders.add(from);
                borders.add(to);
                return List.of();
            });
        }
        for (int i = 2; i < borders.size(); i += 2) {
            assertThat(borders.get(i)).isEqualTo(borders.get(i - 1));
        }
        assertThat(borders).isSorted();
    }

    private static LocalDate next(LocalDate day) {
        return WorkingDays.next(day);
    }

    @Test
    void itTellsWhichMailAndWhichPartAndWhy() throws Exception {
        UnreadList list = UnreadList.of(
                        TUESDAY,
                        (from, to) -> List.of(mail("Hồ sơ\r\nBcc: x", "1.2/a.zip/b.docx: encrypted, 3: broken")))
                .orElseThrow();

        assertThat(list.subject()).endsWith(": 1");
        assertThat(list.text())
                .contains("- 15:30 ngày 24/11/2026, từ a@b.vn, gửi vp@so.vn, \"Hồ sơ Bcc: x\"")
                .contains("phần 1.2/a.zip/b.docx có mật khẩu hoặc được mã hóa, phần 3 tệp hỏng")
                .contains("so@", "spill");
    }

    @Test
    void aFloodIsCutButCounted() throws Exception {
        UnreadList list = UnreadList.of(
                        TUESDAY, (from, to) -> Collections.nCopies(5000, mail("x".repeat(1000), "1: too-deep")))
                .orElseThrow();

        assertThat(list.subject()).endsWith(": 5000");
        assertThat(list.text()).contains("... và 4900 thư nữa").hasSizeLessThan(60_000);
    }

    @Test
    void aDayWithoutSuchMailHasNoList() throws Exception {
        assertThat(UnreadList.of(TUESDAY, (from, to) -> List.of())).isEmpty();
    }

    private static UnreadMail mail(String subject, String unread) {
        return new UnreadMail(
                MailId.ofMailName("thư"), Instant.parse("2026-11-24T08:30:00Z"), "a@b.vn", "vp@so.vn", subject, unread);
    }
}
