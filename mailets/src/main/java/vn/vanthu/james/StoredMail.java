package vn.vanthu.james;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.RecentMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Header;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import reactor.core.publisher.Flux;
import vn.vanthu.message.MailId;

/**
 * Whether a folder holds a mail already. James's own search reads every message of the folder; this one goes back from the
 * newest to the time when the mail came to us, so that a mailbox of ten years costs no more than an empty one.
 */
public final class StoredMail {

    /** By how much the clocks of two gateways on one store may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    private static final int FIRST_PAGE = 16;
    private static final int LARGEST_PAGE = 1024;

    private StoredMail() {}

    /**
     * @param receivedAt when the mail came to us: it was not stored before
     */
    public static boolean isIn(MessageManager folder, MailId id, Instant receivedAt, MailboxSession session)
            throws MailboxException {
        Date oldest = Date.from(receivedAt.minus(CLOCKS));
        long last = lastUid(folder, session);
        for (int size = FIRST_PAGE; last > 0; size = Math.min(2 * size, LARGEST_PAGE)) {
            long first = Math.max(1, last - size + 1);
            List<MessageResult> page = page(folder, first, last, session);
            for (MessageResult message : page) {
                if (hasId(message, id)) {
                    return true;
                }
            }
            // One old message proves nothing: somebody may just have moved it here.
            if (!page.isEmpty()
                    && page.stream()
                            .allMatch(message -> message.getInternalDate().before(oldest))) {
                return false;
            }
            last = first - 1;
        }
        return false;
    }

    private static long lastUid(MessageManager folder, MailboxSession session) throws MailboxException {
        return folder.getMetaData(RecentMode.IGNORE, session, MailboxMetaData.FetchGroup.NO_COUNT)
                        .getUidNext()
                        .asLong()
                - 1;
    }

    private static List<MessageResult> page(MessageManager folder, long first, long last, MailboxSession session) {
        MessageRange range = MessageRange.range(MessageUid.of(first), MessageUid.of(last));
        return Flux.from(folder.getMessagesReactive(range, FetchGroup.HEADERS, session))
                .collectList()
                .block();
    }

    private static boolean hasId(MessageResult message, MailId id) throws MailboxException {
        for (Iterator<Header> headers = message.getHeaders().headers(); headers.hasNext(); ) {
            Header header = headers.next();
            if (MailIds.HEADER.equalsIgnoreCase(header.getName())
                    && id.value().equals(header.getValue().strip())) {
                return true;
            }
        }
        return false;
    }
}
