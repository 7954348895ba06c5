package vn.vanthu.james.login;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.exception.BadCredentialsException;
import org.apache.james.mailbox.exception.ForbiddenDelegationException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.store.RandomMailboxSessionIdGenerator;
import org.apache.james.user.api.UsersRepositoryException;

/** IMAP sessions by {@link Logins}; James's own delegation and impersonation are off. */
public final class GatewaySessions implements SessionProvider {

    private final Logins logins;
    private final OpenSessions open;
    private final RandomMailboxSessionIdGenerator ids = new RandomMailboxSessionIdGenerator();

    @Inject
    public GatewaySessions(Logins logins, OpenSessions open) {
        this.logins = logins;
        this.open = open;
    }

    @Override
    public MailboxSession createSystemSession(Username owner) {
        return session(owner, Optional.empty(), MailboxSession.SessionType.System);
    }

    @Override
    public AuthorizationStep authenticate(Username name, String password) {
        return new NoDelegation(name) {
            @Override
            public MailboxSession withoutDelegation() throws MailboxException {
                Logins.Granted granted = grant(name, password);
                return session(granted.mailbox(), Optional.of(granted.person()), MailboxSession.SessionType.User);
            }
        };
    }

    private Logins.Granted grant(Username name, String password) throws MailboxException {
        try {
            return logins.openMailbox(name.asString(), password, ClientAddress.current())
                    .orElseThrow(BadCredentialsException::new);
        } catch (UsersRepositoryException e) {
            throw new MailboxException("the password of " + name.asString() + " cannot be checked now", e);
        }
    }

    @Override
    public AuthorizationStep authenticate(Username name) {
        return new NoDelegation(name) {
            @Override
            public MailboxSession withoutDelegation() {
                return session(name, Optional.of(name), MailboxSession.SessionType.System);
            }
        };
    }

    private MailboxSession session(Username owner, Optional<Username> person, MailboxSession.SessionType type) {
        MailboxSession.SessionId id = MailboxSession.SessionId.of(ids.nextId());
        if (type == MailboxSession.SessionType.User) {
            person.ifPresent(who -> open.opened(id, who));
        }
        return new MailboxSession(id, owner, person, List.of(), MailboxConstants.DEFAULT_DELIMITER, type);
    }

    private abstract static class NoDelegation implements AuthorizationStep {

        private final Username name;

        NoDelegation(Username name) {
            this.name = name;
        }

        @Override
        public MailboxSession as(Username other) throws MailboxException {
            throw new ForbiddenDelegationException(name, other);
        }

        @Override
        public MailboxSession forMatchingUser(Predicate<Username> other) throws MailboxException {
            throw new ForbiddenDelegationException(name);
        }
    }
}
