package vn.vanthu.james.login;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Records who opens a mailbox that is not his own ({@code nhat_ky_quan_tri}): once an hour for each person, mailbox and
 * client address, since mail programs log in every few minutes.
 */
public final class MailboxOpenings {

    private final Register register;
    private final Clock clock;
    private final Map<String, Instant> recorded = new ConcurrentHashMap<>();

    @Inject
    public MailboxOpenings(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @throws RegisterUnavailableException when it cannot be recorded: then the mailbox stays closed */
    void record(String person, String mailbox, String clientAddress) throws RegisterUnavailableException {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        String opening = person + " " + mailbox + " " + clientAddress;
        if (hour.equals(recorded.get(opening))) {
            return;
        }
        register.administered(new AdminAct(
                now,
                person,
                "",
                AdminAct.Action.MAILBOX_OPENED,
                mailbox,
                "client " + clientAddress,
                "open:" + hour + ":" + opening));
        recorded.put(opening, hour);
    }
}
