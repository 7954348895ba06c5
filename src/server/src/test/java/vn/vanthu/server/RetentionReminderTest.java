package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The Office hears once of the records whose retention period ended. */
class RetentionReminderTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void theYearAfterThePeriodEndedItIsToldOnce() throws Exception {
        RetentionReminder reminder = in("2037-01-02T08:00:00+07:00", 2016, 2026, 2030);
        reminder.remind();
        reminder.remind();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0))
                .startsWith("retention-2037 [chanhvanphong@example.org] Hồ sơ hết thời hạn bảo quản ngày 31/12/2036")
                .contains(
                        "- Năm 2016: Sổ đăng ký văn bản đến, 20 năm (bảng thời hạn bảo quản phổ biến",
                        "- Năm 2026: Công văn trao đổi hành chính, văn thư, lưu trữ, 10 năm")
                .doesNotContain("2030");
    }

    @Test
    void nothingIsToldWhileEverythingIsToBeKept() throws Exception {
        in("2036-12-31T23:59:00+07:00", 2026).remind();
        in("2038-01-01T00:00:00+07:00", 2026).remind();
        assertThat(sent).isEmpty();
    }

    private RetentionReminder in(String now, Integer... years) {
        SortedSet<Integer> begun = new TreeSet<>(List.of(years));
        Instant instant = java.time.OffsetDateTime.parse(now).toInstant();
        return new RetentionReminder(
                () -> begun,
                () -> List.of("chanhvanphong@example.org"),
                (name, addresses, subject, text) -> sent.add(name + " " + addresses + " " + subject + "\n" + text),
                Clock.fixed(instant, ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
