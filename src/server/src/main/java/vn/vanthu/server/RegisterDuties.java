package vn.vanthu.server;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Lapsed;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.SealHead;

/**
 * What the register does by the clock: reserved numbers lapse and their owners are told, the seal head is mailed every day
 * at 07:00 local time or as soon as the gateway runs after that, and what may leave the archives is told once a year. The mail of a day has one name, so that a restart does not deliver it twice.
 */
final class RegisterDuties implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RegisterDuties.class);
    private static final LocalTime SEAL_HEAD_AT = LocalTime.of(7, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");

    private final RegisterDatabase register;
    private final LiveOrganization organization;
    private final Notices notices;
    private final List<String> outside;
    private final Clock clock;
    private final RetentionReminder retention;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "register duties");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<BookNumber> told = new HashSet<>();
    private LocalDate sentOn = LocalDate.MIN;

    /**
     * @param outside who gets the seal head besides the leaders and the clerk
     * @param clock in the office's time zone
     */
    RegisterDuties(
            RegisterDatabase register,
            LiveOrganization organization,
            Notices notices,
            List<String> outside,
            Clock clock) {
        this.register = register;
        this.organization = organization;
        this.notices = notices;
        this.outside = List.copyOf(outside);
        this.clock = clock;
        this.retention = new RetentionReminder(register::years, this::office, notices::tell, clock);
        timer.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            for (Lapsed lapsed : register.books().lapse()) {
                tellOwner(lapsed);
            }
            sendSealHead();
            retention.remind();
        } catch (RegisterUnavailableException | MessagingException | RuntimeException | Error e) {
            LOGGER.error("a duty of the register could not be done; it is tried again in a minute", e);
        }
    }

    /** Once; the notice has one name, so that the one that a restart sends again is not delivered twice. */
    private void tellOwner(Lapsed lapsed) throws MessagingException {
        BookNumber number = lapsed.entry().number();
        if (told.contains(number)) {
            return;
        }
        LOGGER.info("the reserved number {} was not used in time and is void", number);
        String code =
                lapsed.entry().code().isEmpty() ? number.text() : lapsed.entry().code();
        List<String> readers = Stream.concat(
                        Stream.of(lapsed.owner())
                                .filter(owner ->
                                        organization.get().person(owner).isPresent()),
                        organization.get().withRole(Role.CLERK).stream().map(Person::address))
                .distinct()
                .toList();
        if (!readers.isEmpty()) {
            notices.tell(
                    "lapsed-" + number.book().code() + "-" + number.year() + "-" + number.number(),
                    readers,
                    "Số " + code + " đã quá hạn giữ và tự hủy",
                    "Số " + code + " năm " + number.year() + " ("
                            + lapsed.entry().fields().get(Field.SUBJECT)
                            + ") đã cấp nhưng không dùng trong thời hạn giữ số, nên đã hủy. Số vẫn nằm trong sổ và"
                            + " không cấp lại cho văn bản khác.\n\n"
                            + "Việc cần làm: nếu văn bản vẫn ban hành, gửi CẤP SỐ tới "
                            + organization.get().agency().registerAddress()
                            + " để lấy số mới.\n\nCăn cứ: Nghị định 30/2020/NĐ-CP Điều 15.\n\n--\nThe number " + code
                            + " was reserved, was not used in time and is void. If the document is still to be issued,"
                            + " reserve a new number.\n");
        }
        told.add(number);
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
            LOGGER.info(
                    "the seal head {} was handed over for the mail of {}",
                    head.get().number(),
                    today);
        }
    }

    private List<String> readers() {
        return Stream.concat(office().stream(), outside.stream()).distinct().toList();
    }

    private List<String> office() {
        Organization now = organization.get();
        return Stream.of(Role.DIRECTOR, Role.OFFICE_HEAD, Role.CLERK)
                .flatMap(role -> now.withRole(role).stream())
                .map(Person::address)
                .distinct()
                .toList();
    }

    private String text(SealHead head) {
        return "Niêm phong mới nhất của sổ đăng ký và nhật ký thư:\n\n    Số: " + head.number() + "\n    Lúc: "
                + TIME.format(head.sealedAt().atZone(clock.getZone())) + "\n    Mã: " + head.hash()
                + "\n\n"
                + "Việc cần làm: giữ thư này. Sau này muốn biết sổ có bị sửa, xóa hay cắt bớt không, quản trị"
                + " chạy:\n\n"
                + "    ./vanthu audit verify --head " + head.hash() + "\n\n--\n"
                + "The newest seal of the register. Keep this mail: the command above proves later that nothing before"
                + " the seal was altered, deleted or cut off.\n";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
