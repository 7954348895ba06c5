package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for mails, as long as some still come. */
final class Countdown {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch missing;

    Countdown(int count) {
        missing = new CountDownLatch(count);
    }

    void arrived() {
        missing.countDown();
    }

    void await() throws IOException, InterruptedException {
        for (long before = missing.getCount(); !missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS); ) {
            long now = missing.getCount();
            if (now == before) {
                throw new IOException(now + " mails did not arrive; see the server's log");
            }
            before = now;
        }
    }
}
