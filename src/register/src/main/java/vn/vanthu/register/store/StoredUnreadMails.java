package vn.vanthu.register.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.confirmation.ConfirmationFlow;
import vn.vanthu.confirmation.UnreadMail;
import vn.vanthu.confirmation.UnreadMails;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredUnreadMails implements UnreadMails {

    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    private final Queries queries;

    StoredUnreadMails(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<UnreadMail> between(Instant from, Instant to) throws RegisterUnavailableException {
        return queries
                .list(
                        Object[].class,
                        "select m, d.detail from DecisionRow d, MailRow m where m.mailId = d.mailId and d.verdict ="
                                + " :verdict and d.atLocal >= :from and d.atLocal < :to and d.rule = :rule and"
                                + " d.reason in (:unread, :topic) and d.detail <> '' order by d.atLocal, d.id",
                        Map.of(
                                "verdict",
                                Verdict.DELIVER.code(),
                                "rule",
                                ConfirmationFlow.RULE,
                                "unread",
                                Concern.UNREAD_CODE,
                                "topic",
                                Concern.TOPIC_CODE,
                                "from",
                                LocalDateTime.ofInstant(from, LOCAL),
                                "to",
                                LocalDateTime.ofInstant(to, LOCAL)))
                .stream()
                .map(row -> mail((MailRow) row[0], (String) row[1]))
                .toList();
    }

    private static UnreadMail mail(MailRow mail, String unread) {
        return new UnreadMail(
                new MailId(mail.mailId),
                mail.receivedAt.toInstant(ZoneOffset.UTC),
                mail.sender,
                mail.recipients,
                mail.subject,
                unread);
    }
}
