package vn.vanthu.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import org.junit.jupiter.api.Test;

/** The administrator is written to when he is needed, and then once a day. */
class DailyStatusTest {

    private static final StatusLine FINE = StatusLine.ok("queue", 0, "Hàng đợi: 0", "Queue: 0");
    private static final StatusLine LATE = StatusLine.warning("backup", "never", "Chưa sao lưu.", "No backup.");

    private final List<String> sent = new ArrayList<>();
    private List<StatusLine> lines = List.of(FINE);
    private String now = "2026-11-24T07:29:00+07:00";
    private boolean queueIsAway;

    private final DailyStatus daily =
            new DailyStatus(() -> lines, () -> List.of("quantri@example.org"), this::tell, new OfficeClock());

    private void tell(String name, List<String> addresses, String subject, String text) throws MessagingException {
        if (queueIsAway) {
            throw new MessagingException("the queue is away");
        }
        sent.add(name + " " + addresses + " " + subject + "\n" + text);
    }

    @Test
    void nothingIsWrittenWhileNothingIsWrong() {
        at("2026-11-24T09:00:00+07:00");
        assertThat(sent).isEmpty();
    }

    @Test
    void oneMailADayAfterHalfPastSevenWithWhatNeedsHim() {
        lines = List.of(FINE, LATE);
        at("2026-11-24T07:29:59+07:00");
        assertThat(sent).isEmpty();
        at("2026-11-24T07:30:00+07:00");
        at("2026-11-24T17:00:00+07:00");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0))
                .startsWith("status-2026-11-24 [quantri@example.org] ")
                .contains("24/11/2026", "Chưa sao lưu.", "No backup.")
                .doesNotContain("Hàng đợi");
        at("2026-11-25T08:00:00+07:00");
        assertThat(sent).hasSize(2);
    }

    @Test
    void aMailThatCannotBeMadeIsTriedAgain() {
        lines = List.of(LATE);
        queueIsAway = true;
        at("2026-11-24T08:00:00+07:00");
        queueIsAway = false;
        at("2026-11-24T08:01:00+07:00");
        assertThat(sent).hasSize(1);
    }

    private void at(String time) {
        now = time;
        daily.look();
    }

    private final class OfficeClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return java.time.OffsetDateTime.parse(now).toInstant();
        }
    }
}
