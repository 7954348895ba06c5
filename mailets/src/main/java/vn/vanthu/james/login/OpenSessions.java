package vn.vanthu.james.login;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;

/** Who is behind the newest IMAP sessions: one that opened a shared mailbox bears that mailbox's name. */
@Singleton
public final class OpenSessions {

    private static final int MOST = 10_000;

    private final Map<MailboxSession.SessionId, String> people = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MailboxSession.SessionId, String> eldest) {
            return size() > MOST;
        }
    });

    @Inject
    public OpenSessions() {
        // nobody is logged in yet
    }

    void opened(MailboxSession.SessionId session, Username person) {
        people.put(session, person.asString());
    }

    /** The login of a session; empty when it is nobody's, or too old. */
    public Optional<String> personOf(MailboxSession.SessionId session) {
        return Optional.ofNullable(people.get(session));
    }
}
