package vn.vanthu.james.document;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import vn.vanthu.james.Notices;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.WaitingDocument;
import vn.vanthu.registration.WorkingDays;

/**
 * Reminds of documents that wait: the clerk on working days at 16:00, the Office head the next working day at 08:00 of what
 * came before that day. One mail lists them all; the mail of a day has one name, so a restart does not deliver it twice.
 */
@Singleton
public final class WaitingReminders {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime CLERK_AT = LocalTime.of(16, 0);
    private static final LocalTime OFFICE_HEAD_AT = LocalTime.of(8, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int MOST_LISTED = 50;

    private final Arrivals arrivals;
    private final Notices notices;
    private final LiveOrganization organization;
    private final Clock clock;
    private LocalDate clerkOn = LocalDate.MIN;
    private LocalDate officeHeadOn = LocalDate.MIN;

    @Inject
    public WaitingReminders(Arrivals arrivals, Notices notices, LiveOrganization organization, Clock clock) {
        this.arrivals = arrivals;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    /** Sends what is due and was not sent; to be called now and then, by one thread at a time. */
    public synchronized void send() throws RegisterUnavailableException, MessagingException {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        LocalDate today = now.toLocalDate();
        if (!WorkingDays.isWorkingDay(today)) {
            return;
        }
        if (!now.toLocalTime().isBefore(OFFICE_HEAD_AT) && !officeHeadOn.equals(today)) {
            List<WaitingDocument> late = arrivals.waiting().stream()
                    .filter(document -> dayOf(document).isBefore(today))
                    .toList();
            tell(Role.OFFICE_HEAD, "waiting-office-" + today, late, "Văn bản chưa vào sổ từ ngày làm việc trước");
            officeHeadOn = today;
        }
        if (!now.toLocalTime().isBefore(CLERK_AT) && !clerkOn.equals(today)) {
            tell(Role.CLERK, "waiting-clerk-" + today, arrivals.waiting(), "Văn bản còn chờ vào sổ hôm nay");
            clerkOn = today;
        }
    }

    private static LocalDate dayOf(WaitingDocument document) {
        return document.arrivedAt().atZone(ZONE).toLocalDate();
    }

    private void tell(Role role, String name, List<WaitingDocument> documents, String subject)
            throws MessagingException {
        List<String> people =
                organization.get().withRole(role).stream().map(Person::address).toList();
        if (documents.isEmpty() || people.isEmpty()) {
            return;
        }
        String list = documents.stream()
                .limit(MOST_LISTED)
                .map(WaitingReminders::line)
                .collect(Collectors.joining("\n"));
        String more = documents.size() > MOST_LISTED ? "\n... và " + (documents.size() - MOST_LISTED) + " nữa" : "";
        notices.tell(
                name,
                people,
                subject + ": " + documents.size(),
                documents.size() + " văn bản đến chưa vào sổ:\n\n" + list + more
                        + "\n\n"
                        + "Việc cần làm: văn thư trả lời thư hỏi của từng văn bản (\"Vào sổ văn bản đến?\") trước khi"
                        + " hết giờ làm việc.\n\n"
                        + "Căn cứ: Điều 8 khoản 1 điểm a của Quy chế; NĐ 30/2020/NĐ-CP Điều 22.\n\n"
                        + "--\n"
                        + "These incoming documents are not registered yet. Please answer the questions about them"
                        + " before the end of the working day.\n");
    }

    private static String line(WaitingDocument document) {
        String read = document.readable().lines().limit(3).collect(Collectors.joining("; "));
        return "- đến ngày " + DAY.format(dayOf(document)) + ", " + document.mailbox() + ", mã thư " + document.mailId()
                + ": " + (read.isEmpty() ? "chưa đọc được" : read);
    }
}
