package vn.vanthu.server.james;

import com.google.inject.Inject;
import javax.persistence.EntityManagerFactory;
import org.apache.james.backends.jpa.TransactionRunner;
import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.jpa.JPAId;
import org.apache.james.mailbox.jpa.mail.JPAModSeqProvider;
import org.apache.james.mailbox.jpa.mail.JPAUidProvider;
import org.apache.james.mailbox.jpa.quota.JpaCurrentQuotaManager;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.QuotaOperation;
import reactor.core.publisher.Mono;

/**
 * The counters of mailboxes when several gateways share one store. James's own read a value, add to it and write it back,
 * so that two processes take the same UID; these let the database add.
 */
final class MailboxCounters {

    private MailboxCounters() {}

    /** UIDs: ascending, none twice in a mailbox (RFC 3501, 2.3.1.1). */
    static final class Uids extends JPAUidProvider {

        private final TransactionRunner transactions;

        @Inject
        Uids(EntityManagerFactory entities) {
            super(entities);
            transactions = new TransactionRunner(entities);
        }

        @Override
        public MessageUid nextUid(Mailbox mailbox) throws MailboxException {
            return nextUid(mailbox.getMailboxId());
        }

        @Override
        public MessageUid nextUid(MailboxId mailbox) throws MailboxException {
            return MessageUid.of(next(transactions, mailbox, "lastUid", "findLastUid"));
        }
    }

    /** Mod-sequences (RFC 7162, 3.1). */
    static final class ModSeqs extends JPAModSeqProvider {

        private final TransactionRunner transactions;

        @Inject
        ModSeqs(EntityManagerFactory entities) {
            super(entities);
            transactions = new TransactionRunner(entities);
        }

        @Override
        public ModSeq nextModSeq(Mailbox mailbox) throws MailboxException {
            return nextModSeq(mailbox.getMailboxId());
        }

        @Override
        public ModSeq nextModSeq(MailboxId mailbox) throws MailboxException {
            return ModSeq.of(next(transactions, mailbox, "highestModSeq", "findHighestModSeq"));
        }
    }

    /** How much the mailboxes of a person hold. */
    static final class Quotas extends JpaCurrentQuotaManager {

        private final TransactionRunner transactions;

        @Inject
        Quotas(EntityManagerFactory entities) {
            super(entities);
            transactions = new TransactionRunner(entities);
        }

        @Override
        public Mono<Void> increase(QuotaOperation operation) {
            return add(operation, 1);
        }

        @Override
        public Mono<Void> decrease(QuotaOperation operation) {
            return add(operation, -1);
        }

        private Mono<Void> add(QuotaOperation operation, int sign) {
            QuotaOperation nothing =
                    new QuotaOperation(operation.quotaRoot(), QuotaCountUsage.count(0), QuotaSizeUsage.size(0));
            return Mono.fromCallable(() -> added(operation, sign))
                    .filter(counted -> !counted)
                    .flatMap(first -> super.increase(nothing).then(Mono.fromCallable(() -> added(operation, sign))))
                    .then();
        }

        /** Returns false when nothing is counted for it yet. */
        private boolean added(QuotaOperation operation, int sign) {
            String update = "UPDATE CurrentQuota quota SET quota.messageCount = quota.messageCount + :count,"
                    + " quota.size = quota.size + :size WHERE quota.quotaRoot = :root";
            return transactions.runAndRetrieveResult(entities -> entities.createQuery(update)
                            .setParameter("count", sign * operation.count().asLong())
                            .setParameter("size", sign * operation.size().asLong())
                            .setParameter("root", operation.quotaRoot().getValue())
                            .executeUpdate())
                    > 0;
        }
    }

    /** The update keeps the row locked until the end of the transaction: the value read is the one just made. */
    private static long next(TransactionRunner transactions, MailboxId mailbox, String counter, String query)
            throws MailboxException {
        long id = ((JPAId) mailbox).getRawId();
        String update = "UPDATE Mailbox mailbox SET mailbox." + counter + " = mailbox." + counter
                + " + 1 WHERE mailbox.mailboxId = :id";
        try {
            return transactions.runAndRetrieveResult(entities -> {
                entities.createQuery(update).setParameter("id", id).executeUpdate();
                return (Long) entities.createNamedQuery(query)
                        .setParameter("idParam", id)
                        .getSingleResult();
            });
        } catch (RuntimeException e) {
            throw new MailboxException("no next " + counter + " for mailbox " + mailbox.serialize(), e);
        }
    }
}
