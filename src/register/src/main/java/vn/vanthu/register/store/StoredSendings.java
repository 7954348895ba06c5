package vn.vanthu.register.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanthu.limit.Sending;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredSendings implements SendingHistory {

    private static final String OF_LOGIN = "m.login = :login and m.receivedLocal > :after";

    private final Queries queries;

    StoredSendings(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Sending> of(String login, Instant after) throws RegisterUnavailableException {
        return queries
                .list(
                        Object[].class,
                        "select m.mailId, m.receivedAt, r.recipient from MailRow m, RecipientRow r where " + OF_LOGIN
                                + " and r.mailId = m.mailId order by m.receivedLocal desc, m.id desc",
                        Map.of("login", login, "after", local(after)),
                        MOST)
                .stream()
                .map(row -> new Sending(
                        (String) row[0], ((LocalDateTime) row[1]).toInstant(ZoneOffset.UTC), (String) row[2]))
                .toList();
    }

    @Override
    public Set<String> calledSpam(String login, Instant after) throws RegisterUnavailableException {
        return new HashSet<>(queries.list(
                String.class,
                "select m.mailId from MailRow m, DecisionRow d where " + OF_LOGIN
                        + " and d.mailId = m.mailId and d.reason = :spam",
                Map.of("login", login, "after", local(after), "spam", SendingLimits.SPAM)));
    }

    @Override
    public Set<String> known(String login, Collection<String> recipients, Instant before)
            throws RegisterUnavailableException {
        if (recipients.isEmpty()) {
            return Set.of();
        }
        Set<String> keys = recipients.stream()
                .map(recipient -> Text.fitKey(recipient, LogRow.ADDRESS))
                .collect(Collectors.toSet());
        return new HashSet<>(queries.list(
                String.class,
                "select distinct e.recipient from RecipientRow r, EventRow e, MailRow m where r.recipient in :people and"
                        + " e.mailId = r.mailId and e.recipient = r.recipient and e.outcome = :relayed and e.at < :before"
                        + " and m.mailId = r.mailId and m.login = :login",
                Map.of(
                        "login",
                        login,
                        "people",
                        keys,
                        "relayed",
                        Outcome.RELAYED.code(),
                        "before",
                        LogRow.utc(before))));
    }

    @Override
    public Set<String> bounced(String login, Instant after) throws RegisterUnavailableException {
        return new HashSet<>(queries.list(
                String.class,
                "select distinct e.recipient from MailRow m, EventRow e where " + OF_LOGIN
                        + " and e.mailId = m.mailId and e.outcome = :bounced",
                Map.of("login", login, "after", local(after), "bounced", Outcome.BOUNCED.code())));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.ofHours(7));
    }
}
