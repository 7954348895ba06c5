package vn.vanthu.server;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.Notices;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.SealHead;

/**
 * What the register does by the clock: reserved numbers lapse, and the seal head is mailed every day at 07:00 local time, or
 * as soon as the gateway runs after that. The mail of a day has one name, so that a restart does not deliver it twice.
 */
final class RegisterDuties implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RegisterDuties.class);
    private static final LocalTime SEAL_HEAD_AT = LocalTime.of(7, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");

    private final RegisterDatabase register;
    private final LiveOrganization organization;
    private final Notices notices;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "register duties");
        thread.setDaemon(true);
        return thread;
    });
    private LocalDate sentOn = LocalDate.MIN;

    /** @param clock in the office's time zone */
    RegisterDuties(RegisterDatabase register, LiveOrganization organization, Notices notices, Clock clock) {
        this.register = register;
        this.organization = organization;
        this.notices = notices;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            for (Entry entry : register.books().lapse()) {
                LOGGER.info("the reserved number {} was not used in time and is void", entry.number());
            }
            sendSealHead();
        } catch (RegisterUnavailableException | MessagingException | RuntimeException e) {
            LOGGER.error("a duty of the register could not be done; it is tried again in a minute", e);
        }
    }

    private void sendSealHead() throws RegisterUnavailableException, MessagingException {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (now.toLocalTime().isBefore(SEAL_HEAD_AT) || sentOn.equals(now.toLocalDate())) {
            return;
        }
        Optional<SealHead> head = register.sealHead();
        if (head.isPresent()) {
            LocalDate today = now.toLocalDate();
            notices.tell(
                    "seal-head-" + today,
                    readers(),
                    "Niêm phong sổ ngày " + TIME.format(now).substring(9),
                    text(head.get()));
            sentOn = today;
        }
    }

    private List<String> readers() {
        Organization now = organization.get();
        return Stream.of(Role.DIRECTOR, Role.OFFICE_HEAD, Role.CLERK)
                .flatMap(role -> now.withRole(role).stream())
                .map(Person::address)
                .toList();
    }

    private String text(SealHead head) {
        return "Niêm phong mới nhất của sổ đăng ký và nhật ký thư:\n\n    Số: " + head.number() + "\n    Lúc: "
                + TIME.format(head.sealedAt().atZone(clock.getZone())) + "\n    Mã: " + head.hash()
                + "\n\nViệc cần làm: giữ thư này. Sau này muốn biết sổ có bị sửa, xóa hay cắt bớt không, quản trị chạy:\n\n"
                + "    ./vanthu audit verify --head " + head.hash() + "\n\n--\n"
                + "The newest seal of the register. Keep this mail: the command above proves later that nothing before"
                + " the seal was altered, deleted or cut off.\n";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
