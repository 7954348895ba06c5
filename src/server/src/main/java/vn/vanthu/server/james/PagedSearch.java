package vn.vanthu.server.james;

import com.google.common.collect.Lists;
import com.google.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.apache.james.mailbox.AttachmentContentLoader;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.extractor.TextExtractor;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.apache.james.mailbox.model.SearchQuery.UidRange;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import reactor.core.publisher.Flux;

/**
 * James's search of the mailbox itself, a few messages at a time: James's own keeps every message that it looked at, with
 * its content, until the search ends, so that one search for a word in a large mailbox used all memory up.
 */
final class PagedSearch extends SimpleMessageSearchIndex {

    /** Bodies of 25 MB each fit into the memory. */
    private static final int CONTENTS_AT_ONCE = 8;

    private static final int HEADERS_AT_ONCE = 50;
    private static final int FLAGS_AT_ONCE = 1000;

    private final MailboxSessionMapperFactory mappers;
    private final SessionProvider sessions;

    @Inject
    PagedSearch(
            MailboxSessionMapperFactory mappers,
            TextExtractor text,
            AttachmentContentLoader attachments,
            SessionProvider sessions) {
        super(mappers, mappers, text, attachments);
        this.mappers = mappers;
        this.sessions = sessions;
    }

    /** By UID, as IMAP asks (RFC 3501, 6.4.4); in another order all is read at once. */
    @Override
    public Flux<MessageUid> search(MailboxSession session, Mailbox mailbox, SearchQuery query) {
        if (!query.getSorts().equals(SearchQuery.DEFAULT_SORTS)) {
            return super.search(session, mailbox, query);
        }
        int page = atOnce(query.getCriteria());
        return mappers.getMessageMapper(session)
                .listAllMessageUids(mailbox)
                .filter(uid -> query.getCriteria().stream().allMatch(criterion -> mayMatch(criterion, uid)))
                .collectList()
                .flatMapIterable(uids -> Lists.partition(uids, page))
                .concatMap(uids -> searchWithin(uids, session, mailbox, query), 1);
    }

    private static boolean mayMatch(Criterion criterion, MessageUid uid) {
        return !(criterion instanceof SearchQuery.UidCriterion uids)
                || Arrays.stream(uids.getOperator().getRange()).anyMatch(range -> range.isIn(uid));
    }

    /** In a session of its own: what it read is let go with it, before the page is said to be complete. */
    private Flux<MessageUid> searchWithin(
            List<MessageUid> uids, MailboxSession session, Mailbox mailbox, SearchQuery query) {
        SearchQuery within = SearchQuery.builder()
                .andCriteria(SearchQuery.uid(new UidRange(uids.get(0), uids.get(uids.size() - 1))))
                .andCriteria(query.getCriteria())
                .addRecentMessageUids(query.getRecentMessageUids())
                .sorts(query.getSorts())
                .build();
        return Flux.using(
                () -> sessions.createSystemSession(session.getUser()),
                own -> super.search(own, mailbox, within),
                mappers::endProcessingRequest);
    }

    private static int atOnce(List<Criterion> criteria) {
        return criteria.stream().mapToInt(PagedSearch::atOnce).min().orElse(FLAGS_AT_ONCE);
    }

    private static int atOnce(Criterion criterion) {
        if (criterion instanceof SearchQuery.ConjunctionCriterion several) {
            return atOnce(several.getCriteria());
        }
        if (criterion instanceof SearchQuery.TextCriterion || criterion instanceof SearchQuery.AttachmentCriterion) {
            return CONTENTS_AT_ONCE;
        }
        boolean isInHeader = criterion instanceof SearchQuery.HeaderCriterion
                || criterion instanceof SearchQuery.SubjectCriterion
                || criterion instanceof SearchQuery.MimeMessageIDCriterion;
        return isInHeader ? HEADERS_AT_ONCE : FLAGS_AT_ONCE;
    }
}
