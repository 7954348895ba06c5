package vn.vanthu.james.document;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import vn.vanthu.confirmation.UnreadList;
import vn.vanthu.confirmation.UnreadMails;
import vn.vanthu.james.Notices;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.RegisterUnavailableException;

/** Sends the clerk the {@link UnreadList}; the mail of a day has one name, so a restart does not deliver it twice. */
@Singleton
public final class UnreadReminders {

    private final UnreadMails mails;
    private final Notices notices;
    private final LiveOrganization organization;
    private final Clock clock;
    private LocalDate told = LocalDate.MIN;

    @Inject
    public UnreadReminders(UnreadMails mails, Notices notices, LiveOrganization organization, Clock clock) {
        this.mails = mails;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    /** Sends what is due and was not sent; to be called now and then, by one thread at a time. */
    public synchronized void send() throws RegisterUnavailableException, MessagingException {
        LocalDate day = UnreadList.newest(clock.instant());
        if (day.equals(told)) {
            return;
        }
        Optional<UnreadList> list = UnreadList.of(day, mails);
        List<String> clerks = organization.get().withRole(Role.CLERK).stream()
                .map(Person::address)
                .toList();
        if (list.isPresent() && !clerks.isEmpty()) {
            notices.tell(
                    "unread-clerk-" + day,
                    clerks,
                    list.get().subject(),
                    list.get().text());
        }
        told = day;
    }
}
