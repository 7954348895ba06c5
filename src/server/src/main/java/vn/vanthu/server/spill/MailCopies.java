package vn.vanthu.server.spill;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import javax.mail.MessagingException;
import javax.mail.internet.MimeUtility;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Header;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.user.api.UsersRepository;
import org.apache.mailet.Mail;
import vn.vanthu.james.MailIds;
import vn.vanthu.message.MailId;

/** The copies of a mail in James's stores. */
final class MailCopies {

    private final UsersRepository users;
    private final MailboxManager mailboxes;
    private final MailQueueFactory<?> queues;
    private final MailRepositoryStore repositories;

    @Inject
    MailCopies(
            UsersRepository users,
            @Named("mailboxmanager") MailboxManager mailboxes,
            MailQueueFactory<?> queues,
            MailRepositoryStore repositories) {
        this.users = users;
        this.mailboxes = mailboxes;
        this.queues = queues;
        this.repositories = repositories;
    }

    /** Removes it from every queue; gives each queue's name and how many it were. */
    List<String> removeFromQueues(MailId id) throws MailQueue.MailQueueException {
        List<String> removed = new ArrayList<>();
        for (MailQueueName name : queues.listCreatedMailQueues()) {
            MailQueue queue = queues.getQueue(name).orElseThrow();
            if (queue instanceof ManageableMailQueue manageable) {
                int count = remove(manageable, id);
                if (count > 0) {
                    removed.add(name.asString() + ": " + count);
                }
            }
        }
        return removed;
    }

    private static int remove(ManageableMailQueue queue, MailId id) throws MailQueue.MailQueueException {
        List<String> names = new ArrayList<>();
        ManageableMailQueue.MailQueueIterator items = queue.browse();
        try {
            while (items.hasNext()) {
                Mail mail = items.next().getMail();
                if (isOrCarries(mail, id)) {
                    names.add(mail.getName());
                }
            }
        } finally {
            items.close();
        }
        for (String name : names) {
            queue.remove(ManageableMailQueue.Type.Name, name);
        }
        return names.size();
    }

    /** The mail itself before it got its id, with it, or a notice of the gateway about it, with the original attached. */
    private static boolean isOrCarries(Mail mail, MailId id) {
        try {
            boolean itself = MailIds.find(mail).filter(id::equals).isPresent()
                    || MailId.ofMailName(mail.getName()).equals(id);
            return itself || mail.getName().contains(id.value());
        } catch (MessagingException e) {
            return mail.getName().contains(id.value());
        }
    }

    /** Removes it from every mail repository; gives each one's address and how many it were. */
    List<String> removeFromRepositories(MailId id) throws Exception {
        List<String> removed = new ArrayList<>();
        for (MailRepositoryUrl url : repositories.getUrls().toList()) {
            MailRepository repository = repositories.select(url);
            List<MailKey> keys = new ArrayList<>();
            for (Iterator<MailKey> all = repository.list(); all.hasNext(); ) {
                MailKey key = all.next();
                if (isOrCarries(repository.retrieve(key), id)) {
                    keys.add(key);
                }
            }
            repository.remove(keys);
            if (!keys.isEmpty()) {
                removed.add(url.asString() + ": " + keys.size());
            }
        }
        return removed;
    }

    /** Removes messages whose header says so from every folder of everybody; gives each mailbox and how many it were. */
    List<String> removeFromMailboxes(Predicate<MessageHeader> wanted) throws Exception {
        List<String> removed = new ArrayList<>();
        for (Iterator<Username> all = users.list(); all.hasNext(); ) {
            Username user = all.next();
            MailboxSession session = mailboxes.createSystemSession(user);
            int count = 0;
            try {
                List<MailboxMetaData> folders = mailboxes
                        .search(
                                MailboxQuery.privateMailboxesBuilder(session)
                                        .matchesAllMailboxNames()
                                        .build(),
                                session)
                        .collectList()
                        .block();
                for (MailboxMetaData folder : folders == null ? List.<MailboxMetaData>of() : folders) {
                    count += remove(mailboxes.getMailbox(folder.getId(), session), session, wanted);
                }
            } finally {
                mailboxes.endProcessingRequest(session);
            }
            if (count > 0) {
                removed.add(user.asString() + ": " + count);
            }
        }
        return removed;
    }

    private static int remove(MessageManager folder, MailboxSession session, Predicate<MessageHeader> wanted)
            throws MailboxException {
        List<MessageUid> uids = new ArrayList<>();
        MessageResultIterator messages = folder.getMessages(MessageRange.all(), FetchGroup.HEADERS, session);
        while (messages.hasNext()) {
            MessageResult message = messages.next();
            if (wanted.test(header(message))) {
                uids.add(message.getUid());
            }
        }
        if (!uids.isEmpty()) {
            folder.delete(uids, session);
        }
        return uids.size();
    }

    private static MessageHeader header(MessageResult message) throws MailboxException {
        String id = "";
        String messageId = "";
        String subject = "";
        for (Iterator<Header> fields = message.getHeaders().headers(); fields.hasNext(); ) {
            Header field = fields.next();
            switch (field.getName().strip().toLowerCase(java.util.Locale.ROOT)) {
                case "x-vanthu-id" -> id = field.getValue().strip();
                case "message-id" -> messageId = field.getValue().strip();
                case "subject" -> subject = decoded(field.getValue());
                default -> {}
            }
        }
        return new MessageHeader(id, messageId, subject);
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(subject));
        } catch (java.io.UnsupportedEncodingException e) {
            return subject;
        }
    }

    /** By what a copy is known. */
    record MessageHeader(String id, String messageId, String subject) {}
}
