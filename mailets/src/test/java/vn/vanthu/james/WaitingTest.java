package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void theDelayGrowsToFiveMinutesAndStaysThere() {
        assertThat(Waiting.delayOf(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Waiting.delayOf(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Waiting.delayOf(7)).isEqualTo(Duration.ofSeconds(128));
        assertThat(Waiting.delayOf(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Waiting.delayOf(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }
}
