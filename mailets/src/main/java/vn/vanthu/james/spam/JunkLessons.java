package vn.vanthu.james.spam;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.login.OpenSessions;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.Teacher;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.text.Unaccented;

/**
 * Learns from what people do in their mail programs: a mail that they move into the Junk folder is spam, and one that they
 * move out again is not. Only mail that this gateway delivered to that mailbox teaches, not what a mail program puts there by
 * itself; what is moved to the Trash teaches nothing. In a shared mailbox it is a lesson of the person who logged in.
 */
public final class JunkLessons implements EventListener.GroupEventListener {

    /** The folder's name in the mail programs that offices use, without diacritics. */
    private static final Set<String> JUNK =
            Set.of("junk", "spam", "junk e mail", "junk email", "bulk mail", "thu rac", "thu rac dien tu", "email rac");

    private static final Set<String> TRASH =
            Set.of("trash", "deleted items", "deleted messages", "thung rac", "thu da xoa");

    /** Its name in James's event bus. */
    public static final class JunkGroup extends Group {}

    private static final Group GROUP = new JunkGroup();

    private final MailboxManager mailboxes;
    private final Teacher teacher;
    private final MessageReader messages;
    private final OpenSessions sessions;
    private final Register register;
    private final Clock clock;

    @Inject
    public JunkLessons(
            @Named("mailboxmanager") MailboxManager mailboxes,
            Teacher teacher,
            MessageReader messages,
            OpenSessions sessions,
            Register register,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.teacher = teacher;
        this.messages = messages;
        this.sessions = sessions;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof Added added && !added.isDelivery() && !added.isNoop();
    }

    @Override
    public void event(Event event) throws MailboxException, IOException {
        if (!(event instanceof Added added) || !isHandling(event)) {
            return;
        }
        MailboxPath folder = added.getMailboxPath();
        String name = name(folder);
        if (TRASH.contains(name)) {
            return;
        }
        MailboxSession session = mailboxes.createSystemSession(folder.getUser());
        try {
            MessageManager mailbox = mailboxes.getMailbox(folder, session);
            Lesson lesson = new Lesson(
                    JUNK.contains(name) ? Kind.SPAM : Kind.HAM,
                    added.getUsername().asString(),
                    sessions.personOf(added.getSessionId())
                            .orElse(added.getUsername().asString()));
            for (MessageUid uid : added.getUids()) {
                learn(mailbox, uid, lesson, session);
            }
        } finally {
            mailboxes.endProcessingRequest(session);
        }
    }

    private record Lesson(Kind kind, String mailbox, String login) {}

    private static String name(MailboxPath folder) {
        String[] levels = folder.getName().split("[./]");
        return Unaccented.words(levels[levels.length - 1]);
    }

    private void learn(MessageManager mailbox, MessageUid uid, Lesson lesson, MailboxSession session)
            throws MailboxException, IOException {
        Optional<MailId> id = id(bytes(mailbox, uid, FetchGroup.HEADERS, session));
        boolean comesBack = lesson.kind() == Kind.HAM;
        if (id.isEmpty()
                || comesBack && !teacher.taught(id.get(), Kind.SPAM, lesson.mailbox())
                || !wasDelivered(id.get(), lesson.mailbox())) {
            return;
        }
        byte[] message = bytes(mailbox, uid, FetchGroup.FULL_CONTENT, session);
        teacher.teach(message, id.get(), lesson.kind(), lesson.mailbox(), lesson.login(), clock.instant());
    }

    private boolean wasDelivered(MailId id, String mailbox) throws MailboxException {
        try {
            return register.isSettled(id, mailbox);
        } catch (RegisterUnavailableException e) {
            throw new MailboxException("the register cannot say what was delivered to " + mailbox, e);
        }
    }

    private Optional<MailId> id(byte[] header) throws IOException {
        return Optional.of(messages.header(new java.io.ByteArrayInputStream(header))
                        .text(MailIds.HEADER)
                        .strip())
                .filter(MailId::isMailId)
                .map(MailId::new);
    }

    private static byte[] bytes(MessageManager mailbox, MessageUid uid, FetchGroup what, MailboxSession session)
            throws MailboxException, IOException {
        Iterator<MessageResult> found = mailbox.getMessages(MessageRange.one(uid), what, session);
        if (!found.hasNext()) {
            return new byte[0];
        }
        MessageResult message = found.next();
        boolean whole = what == FetchGroup.FULL_CONTENT;
        try (InputStream in = whole
                ? message.getFullContent().getInputStream()
                : new java.io.ByteArrayInputStream(headers(message))) {
            return in.readAllBytes();
        }
    }

    private static byte[] headers(MessageResult message) throws MailboxException, IOException {
        try (InputStream in = message.getHeaders().getInputStream()) {
            return in.readAllBytes();
        }
    }
}
