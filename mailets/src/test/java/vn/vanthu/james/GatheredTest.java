package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private final BlockingQueue<Gathered.Batch<String>> passed = new LinkedBlockingQueue<>();

    @Test
    void theFirstGoesAtOnceAFloodTogetherAndNothingIsForgotten() throws Exception {
        Gathered<String> gathered = new Gathered<>(Duration.ofSeconds(2), 3, passed::add);
        gathered.add("một");
        assertThat(passed.poll()).extracting(Gathered.Batch::first).asList().containsExactly("một");
        for (int i = 0; i < 1000; i++) {
            gathered.add("lũ " + i);
        }
        assertThat(passed).isEmpty();
        Gathered.Batch<String> flood = passed.poll(20, TimeUnit.SECONDS);
        assertThat(flood).isNotNull();
        assertThat(flood.count()).isEqualTo(1000);
        assertThat(flood.first()).containsExactly("lũ 0", "lũ 1", "lũ 2");

        gathered.add("sau lũ");
        assertThat(passed.poll()).isNull();
        Gathered.Batch<String> after = passed.poll(20, TimeUnit.SECONDS);
        assertThat(after).extracting(Gathered.Batch::first).asList().containsExactly("sau lũ");
        Thread.sleep(3000);
        gathered.add("lâu sau");
        assertThat(passed.poll()).extracting(Gathered.Batch::first).asList().containsExactly("lâu sau");
    }
}
