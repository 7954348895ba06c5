package vn.vanthu.register.testing;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/**
 * Measures what logging a mail costs: {@code record}, one {@code decided}, one {@code outcomes}. Arguments: {@code h2} or
 * {@code mariadb}, number of mails, number of writers.
 */
public final class WriteSpeed {

    private WriteSpeed() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("vanthu-speed");
        boolean mariaDb = "mariadb".equals(args[0]);
        try (MariaDbServer server = mariaDb ? MariaDbServer.start() : null;
                RegisterDatabase database = RegisterDatabase.open(
                        server == null ? RegisterSettings.embedded(data) : server.newDatabase(data),
                        Clock.systemUTC())) {
            int mails = Integer.parseInt(args[1]);
            int writers = Integer.parseInt(args[2]);
            measure(database.register(), "warm-up", mails / 2, writers);
            measure(database.register(), args[0], mails, writers);
        }
    }

    private static void measure(Register register, String name, int mails, int writers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(writers);
        long start = System.nanoTime();
        long cpu = cpu();
        for (int i = 0; i < writers; i++) {
            new Thread(() -> {
                        try {
                            for (int mail = next.getAndIncrement(); mail < mails; mail = next.getAndIncrement()) {
                                log(register, MailId.ofMailName(name + mail));
                            }
                        } catch (Exception e) {
                            e.printStackTrace();
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %d writers, %.0f mails/s, %.2f ms CPU of this process a mail%n",
                name, writers, mails / seconds, (cpu() - cpu) / 1e6 / mails);
    }

    private static void log(Register register, MailId id) throws Exception {
        Instant now = Instant.now();
        register.record(new MailRecord(
                id,
                now,
                Direction.INCOMING,
                "",
                "192.0.2.1",
                "someone@example.org",
                List.of("vp@songoaivu.example"),
                "Một người <someone@example.org>",
                "V/v báo cáo công tác tháng 11 năm 2026",
                "<" + id + "@example.org>",
                4096,
                "ab".repeat(32)));
        register.decided(id, "ScoreSpam", Decision.deliver(Reason.of("not-spam", "Điều 8", "x")));
        register.outcomes(List.of(DeliveryEvent.settled(id, "vp@songoaivu.example", Outcome.DELIVERED, now, "", "")));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
