package vn.vanthu.register.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanthu.approval.Releases;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredReleases implements Releases {

    private final GroupWriter writer;
    private final Queries queries;
    private final Clock clock;

    StoredReleases(GroupWriter writer, Queries queries, Clock clock) {
        this.writer = writer;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public void release(MailId mail, Collection<String> recipients, String sha256, Ground ground)
            throws RegisterUnavailableException {
        List<LogRow> rows = new ArrayList<>();
        recipients.forEach(recipient -> rows.add(new ReleaseRow(mail, recipient, sha256, ground, clock.instant())));
        writer.write(rows);
    }

    @Override
    public boolean isReleased(MailId mail, Collection<String> recipients, String sha256)
            throws RegisterUnavailableException {
        Set<String> released = new HashSet<>(queries.list(
                String.class,
                "select r.recipient from ReleaseRow r where r.mailId = :mail and r.sha256 in (:sha256, '') and not"
                        + " exists (select 1 from EventRow e where e.mailId = r.mailId and e.recipient = r.recipient and"
                        + " e.settled)",
                Map.of("mail", mail.value(), "sha256", sha256)));
        return !recipients.isEmpty()
                && recipients.stream()
                        .map(recipient -> Text.fitKey(recipient, LogRow.ADDRESS))
                        .allMatch(released::contains);
    }

    @Override
    public boolean cameFrom(Collection<String> senders, Collection<String> messageIds)
            throws RegisterUnavailableException {
        Set<String> keys = keys(senders);
        return !keys.isEmpty()
                && !messageIds.isEmpty()
                && !queries.list(
                                String.class,
                                "select m.mailId from MailRow m where m.senderAddress in :senders and m.login = '' and"
                                        + " m.messageId in :messageIds",
                                Map.of("senders", keys, "messageIds", messageIds),
                                1)
                        .isEmpty();
    }

    private static Set<String> keys(Collection<String> addresses) {
        return addresses.stream()
                .map(address -> Text.fitKey(address, LogRow.ADDRESS))
                .collect(Collectors.toSet());
    }

    @Override
    public List<MailId> approvedFor(Collection<String> messageIds, Collection<String> recipients)
            throws RegisterUnavailableException {
        Set<String> keys = keys(recipients);
        if (messageIds.isEmpty() || keys.isEmpty()) {
            return List.of();
        }
        return queries
                .list(
                        String.class,
                        "select r.mailId from ReleaseRow r join MailRow m on m.mailId = r.mailId where r.recipient in"
                                + " :recipients and r.ground = :ground and m.messageId in :messageIds group by r.mailId"
                                + " having count(distinct r.recipient) = :all",
                        Map.of(
                                "recipients",
                                keys,
                                "ground",
                                Ground.APPROVAL.code(),
                                "messageIds",
                                messageIds,
                                "all",
                                (long) keys.size()))
                .stream()
                .map(MailId::new)
                .toList();
    }
}
