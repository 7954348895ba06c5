package vn.vanthu.server.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mail a day to the administrator, at 07:30 local time, only when something needs him. */
public final class DailyStatus implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DailyStatus.class);
    private static final LocalTime AT = LocalTime.of(7, 30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** How people of the office are told something; the same name is delivered once. */
    @FunctionalInterface
    public interface Telling {
        void tell(String name, List<String> addresses, String subject, String text) throws MessagingException;
    }

    private final Supplier<List<StatusLine>> status;
    private final Supplier<List<String>> administrators;
    private final Telling notices;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "daily status");
        thread.setDaemon(true);
        return thread;
    });
    private LocalDate lookedOn = LocalDate.MIN;

    /** @param clock in the office's time zone */
    public DailyStatus(
            Supplier<List<StatusLine>> status, Supplier<List<String>> administrators, Telling notices, Clock clock) {
        this.status = status;
        this.administrators = administrators;
        this.notices = notices;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::look, 60, 60, TimeUnit.SECONDS);
    }

    /** Does nothing but once a day, after the time. */
    void look() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (now.toLocalTime().isBefore(AT) || lookedOn.equals(now.toLocalDate())) {
            return;
        }
        try {
            List<StatusLine> lines =
                    status.get().stream().filter(StatusLine::needsSomebody).toList();
            if (!lines.isEmpty()) {
                // Its name is the day: after a restart it is the same mail, delivered once.
                notices.tell("status-" + now.toLocalDate(), administrators.get(), subject(now), text(lines));
            }
            lookedOn = now.toLocalDate();
        } catch (MessagingException | RuntimeException | Error e) {
            LOGGER.error("the daily mail to the administrator could not be made; it is tried again in a minute", e);
        }
    }

    private static String subject(ZonedDateTime now) {
        return "VanThu cần quản trị ngày " + DAY.format(now) + " / needs the administrator";
    }

    private static String text(List<StatusLine> lines) {
        String vietnamese = lines.stream().map(line -> "- " + line.vietnamese()).collect(Collectors.joining("\n"));
        String english = lines.stream().map(line -> "- " + line.english()).collect(Collectors.joining("\n"));
        return "Những việc cần quản trị hệ thống xử lý:\n\n" + vietnamese
                + "\n\nXem tình trạng hiện tại: ./vanthu status\n\n--\nWhat needs the administrator:\n\n" + english
                + "\n";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
