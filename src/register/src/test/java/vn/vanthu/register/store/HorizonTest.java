package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.vanthu.register.RegisterUnavailableException;

class HorizonTest {

    private static final LocalDateTime BEGINNING = LogRow.utc(Instant.EPOCH);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-30T01:00:00Z"));
    private final Horizon horizon = new Horizon(clock);

    @Test
    void everythingIsLookedAtFirstAndThenOnceAnHour() throws Exception {
        assertThat(look("open")).isEqualTo(BEGINNING);
        assertThat(look("open")).isEqualTo("2026-10-31T01:00");
        assertThat(look("overdue")).isEqualTo(BEGINNING);

        clock.advance(Duration.ofHours(1));
        assertThat(look("open")).isEqualTo(BEGINNING);
        assertThat(look("open")).isEqualTo("2026-10-31T02:00");
    }

    @Test
    void aRegisterThatCannotBeLookedAtWholeAnswersAboutTheMonth() throws Exception {
        assertThatThrownBy(() -> horizon.look("open", since -> {
                    throw new RegisterUnavailableException("too much", new IOException());
                }))
                .isInstanceOf(RegisterUnavailableException.class);
        assertThat(look("open")).isNotEqualTo(BEGINNING);

        clock.advance(Duration.ofMinutes(10));
        assertThat(look("open")).isEqualTo(BEGINNING);
    }

    @Test
    void neitherAClockThatIsSetBackNorAFullAnswerPutsItOff() throws Exception {
        look("open");
        clock.advance(Duration.ofDays(-2));
        assertThat(look("open")).isEqualTo(BEGINNING);

        horizon.lookAgain("open");
        assertThat(look("open")).isEqualTo(BEGINNING);
    }

    private LocalDateTime look(String question) throws RegisterUnavailableException {
        return horizon.look(question, since -> since);
    }
}
