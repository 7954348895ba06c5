package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final LocalDateTime BEGINNING = LogRow.utc(Instant.EPOCH);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-30T01:00:00Z"));
    private final Horizon horizon = new Horizon(clock);

    @Test
    void everythingIsLookedAtFirstAndThenOnceADay() {
        assertThat(horizon.of("open")).isEqualTo(BEGINNING);
        assertThat(horizon.of("open")).isEqualTo("2026-10-31T01:00");
        assertThat(horizon.of("overdue")).isEqualTo(BEGINNING);

        clock.advance(Duration.ofHours(25));
        assertThat(horizon.of("open")).isEqualTo(BEGINNING);
        assertThat(horizon.of("open")).isEqualTo("2026-11-01T02:00");
    }
}
