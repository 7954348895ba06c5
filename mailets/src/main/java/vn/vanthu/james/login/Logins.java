package vn.vanthu.james.login;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Checks who logs in, for SMTP and IMAP alike (Điều 5 khoản 3: everything is attributable to a login).
 *
 * <p>A login is the full address; the bare name serves too. Agency and unit mailboxes have no password of their own: an
 * assigned person opens one as {@code mailbox*person}, with his own password.
 */
public final class Logins {

    private static final Logger LOGGER = LoggerFactory.getLogger(Logins.class);

    /**
     * A login that was let in.
     *
     * @param mailbox whose mail is seen
     * @param person whose password it was
     */
    public record Granted(Username mailbox, Username person) {}

    private final UsersRepository users;
    private final LiveOrganization organization;
    private final LoginGuard guard;
    private final LockedAccounts locked;
    private final FirstPasswords firstPasswords;
    private final MailboxOpenings openings;
    private final Clock clock;

    @Inject
    public Logins(
            UsersRepository users,
            LiveOrganization organization,
            LoginGuard guard,
            LockedAccounts locked,
            FirstPasswords firstPasswords,
            MailboxOpenings openings,
            Clock clock) {
        this.users = users;
        this.organization = organization;
        this.guard = guard;
        this.locked = locked;
        this.firstPasswords = firstPasswords;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * Checks a login for one's own mailbox.
     *
     * @param clientAddress IP address, for slowing down and locking out
     * @return empty when it was refused, whatever the reason: the client learns no more
     * @throws UsersRepositoryException when the password cannot be checked now: no failed login, the client tries again
     */
    public Optional<Granted> logIn(String name, String password, String clientAddress) throws UsersRepositoryException {
        return check(organization.get().complete(name), password, clientAddress)
                .map(person -> new Granted(person, person));
    }

    /** As {@link #logIn}, and {@code vp*vanthu@domain} opens the mailbox {@code vp} for one who is assigned to it. */
    public Optional<Granted> openMailbox(String name, String password, String clientAddress)
            throws UsersRepositoryException {
        int star = name.indexOf('*');
        if (star < 0) {
            return logIn(name, password, clientAddress);
        }
        Organization now = organization.get();
        String mailbox = now.complete(name.substring(0, star));
        String person = now.complete(name.substring(star + 1));
        Optional<Username> checked = check(person, password, clientAddress);
        if (checked.isPresent() && !now.mayOpen(person, mailbox, today())) {
            LOGGER.warn("login {} from {} may not open {}: not assigned to it", person, clientAddress, mailbox);
            return Optional.empty();
        }
        return checked.filter(who -> isRecorded(person, mailbox, clientAddress))
                .map(who -> new Granted(Username.of(mailbox), who));
    }

    private boolean isRecorded(String person, String mailbox, String clientAddress) {
        try {
            openings.record(person, mailbox, clientAddress);
            LOGGER.info("login {} from {} opens {}", person, clientAddress, mailbox);
            return true;
        } catch (RegisterUnavailableException e) {
            LOGGER.error("{} stays closed to {}: the register cannot record it", mailbox, person, e);
            return false;
        }
    }

    private Optional<Username> check(String login, String password, String clientAddress)
            throws UsersRepositoryException {
        if (!guard.mayTry(login, clientAddress)) {
            LOGGER.warn("login {} from {} refused: too many failed logins", login, clientAddress);
            return Optional.empty();
        }
        if (isOwnMailbox(login) && !locked.contains(login) && passwordFits(login, password)) {
            guard.succeeded(login, clientAddress);
            if (firstPasswords.isUsedUp(login, clock.instant())) {
                LOGGER.warn("login {} from {} refused: its first password is used up", login, clientAddress);
                return Optional.empty();
            }
            return Optional.of(Username.of(login));
        }
        guard.failed(login, clientAddress);
        LOGGER.warn("login {} from {} failed", login, clientAddress);
        return Optional.empty();
    }

    /** Shared and service mailboxes take no password, whatever stands in the user store. */
    private boolean isOwnMailbox(String login) {
        return organization
                .get()
                .mailbox(login)
                .map(mailbox -> mailbox.kind() == Mailbox.Kind.PERSON)
                .orElse(true);
    }

    private boolean passwordFits(String login, String password) throws UsersRepositoryException {
        try {
            return users.test(Username.of(login), password);
        } catch (IllegalArgumentException e) {
            LOGGER.warn("the password of {} could not be checked", login, e);
            return false;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
