package vn.vanthu.server;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.held.HeldMails;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;

/** What is done by the clock about questions and held mails: reminders, expiry, what a crash interrupted, removal. */
final class QuestionDuties implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuestionDuties.class);
    private static final int EVERY_SECONDS = 10;

    private final QuestionDesk desk;
    private final HeldMails held;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "question duties");
        thread.setDaemon(true);
        return thread;
    });

    QuestionDuties(QuestionDesk desk, HeldMails held) {
        this.desk = desk;
        this.held = held;
        timer.scheduleWithFixedDelay(this::run, 2, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** One of them. */
    @FunctionalInterface
    private interface Duty {
        void run() throws RegisterUnavailableException, Topic.NotToldException, IOException;
    }

    private void run() {
        run(desk::tend);
        run(held::removeOver);
    }

    private static void run(Duty duty) {
        try {
            duty.run();
        } catch (RegisterUnavailableException | Topic.NotToldException | IOException | RuntimeException | Error e) {
            LOGGER.error("a duty about questions could not be done; it is tried again soon", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
