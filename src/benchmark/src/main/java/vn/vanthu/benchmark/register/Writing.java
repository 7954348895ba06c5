package vn.vanthu.benchmark.register;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;

/** Writers at once, each durable row by row, as the gateway writes. */
final class Writing {

    /** What logging one mail to one recipient writes: the mail, the recipient, a decision, an outcome. */
    static final int ROWS_A_MAIL = 4;

    private final Register register;
    private final Books books;

    Writing(RegisterDatabase database) {
        this.register = database.register();
        this.books = database.books();
    }

    @FunctionalInterface
    private interface Work {
        void one(int number) throws Exception;
    }

    /** Logs so many mails; returns mails a second. */
    double mails(String run, int count, int writers) throws Exception {
        return measure(count, writers, number -> log(MailId.ofMailName(run + number), number));
    }

    /** Enters so many documents; returns numbers a second. */
    double numbers(String run, int count, int writers) throws Exception {
        return measure(
                count,
                writers,
                number -> books.register(
                        Book.INCOMING,
                        DocumentFields.none()
                                .with(Field.TYPE, "Công văn")
                                .with(Field.SUBJECT, "V/v báo cáo công tác tháng 11 năm 2026")
                                .with(Field.CODE, number + "/" + run)
                                .with(Field.ISSUER, "Bộ Nội vụ"),
                        Source.paper(Instant.now()),
                        Act.by("vanthu@songoaivu.example", run + number)));
    }

    private static double measure(int count, int writers, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long start = System.nanoTime();
            List<Future<?>> all = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        for (int number = writer; number < count; number += writers) {
                            work.one(number);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private void log(MailId id, int number) throws Exception {
        Instant now = Instant.now();
        String sender = "nguoi" + number % 5000 + "@example.org";
        register.record(new MailRecord(
                id,
                now,
                Direction.INCOMING,
                "",
                "192.0.2.1",
                sender,
                List.of("vp@songoaivu.example"),
                "Một người <" + sender + ">",
                "V/v báo cáo công tác tháng 11 năm 2026, số " + number,
                "<" + id + "@example.org>",
                4096,
                "ab".repeat(32)));
        register.decided(id, "ScoreSpam", Decision.deliver(Reason.of("not-spam", "Điều 8", "x")));
        register.outcomes(List.of(DeliveryEvent.settled(id, "vp@songoaivu.example", Outcome.DELIVERED, now, "", "")));
    }
}
