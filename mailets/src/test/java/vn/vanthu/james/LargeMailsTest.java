package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.mail.MessagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vanthu.james.LargeMails.Client;

@Timeout(60)
class LargeMailsTest {

    private static final long LARGE = 25 << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LargeMails mails = new LargeMails(512L << 20);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        threads.shutdown();
    }

    @Test
    void aSmallMailPassesThoseThatWait() throws Exception {
        occupy();
        Future<String> waits = threads.submit(() -> mails.whileClientWaits(Client.OUTSIDE, LARGE, () -> "large"));
        waitFor(1);

        assertThat(mails.whileClientWaits(Client.OUTSIDE, 2000, () -> "small")).isEqualTo("small");
        assertThat(mails.<String, RuntimeException>inTurn(-1, () -> "unknown")).isEqualTo("unknown");
        assertThat(waits).isNotDone();

        release.countDown();
        assertThat(waits.get()).isEqualTo("large");
    }

    @Test
    void strangersDoNotTakeThePlacesOfOurOwn() throws Exception {
        occupy();
        List<Future<String>> strangers = new ArrayList<>();
        for (int i = 0; i < LargeMails.WAITING_PLACES; i++) {
            strangers.add(threads.submit(() -> mails.whileClientWaits(Client.OUTSIDE, LARGE, () -> "stranger")));
        }
        waitFor(LargeMails.WAITING_PLACES);

        assertThatThrownBy(() -> mails.whileClientWaits(Client.OUTSIDE, LARGE, () -> "one more"))
                .isInstanceOf(MessagingException.class);
        Future<String> own = threads.submit(() -> mails.whileClientWaits(Client.OWN, LARGE, () -> "own"));
        waitFor(LargeMails.WAITING_PLACES + 1);
        release.countDown();
        assertThat(own.get()).isEqualTo("own");
        for (Future<String> stranger : strangers) {
            assertThat(stranger.get()).isEqualTo("stranger");
        }
    }

    /** The whole room, until the release. */
    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.submit(() -> mails.<String, InterruptedException>inTurn(LARGE * 2, () -> {
            begun.countDown();
            release.await();
            return "";
        }));
        begun.await();
    }

    private void waitFor(int waiting) throws InterruptedException {
        while (mails.waiting() < waiting) {
            Thread.sleep(5);
        }
    }
}
