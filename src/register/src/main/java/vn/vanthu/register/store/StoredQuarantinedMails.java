package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.message.MailId;
import vn.vanthu.quarantine.QuarantinedMail;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.quarantine.Readership;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredQuarantinedMails implements QuarantinedMails {

    private static final String WITH_MAIL =
            "select q, m.sender, m.subject from QuarantineRow q left join MailRow m on" + " m.mailId = q.mailId where ";
    private static final String STEP =
            "exists (select 1 from QuarantineEventRow e where e.mailId = q.mailId and e.mailbox = q.mailbox and e.step";
    private static final String IN_ORDER = " order by q.heldAt, q.id";
    private static final String OVER = "over";
    private static final int MOST_AT_ONCE = 500;

    private final GroupWriter writer;
    private final Queries queries;
    private final Horizon horizon;

    StoredQuarantinedMails(GroupWriter writer, Queries queries, Clock clock) {
        this.writer = writer;
        this.queries = queries;
        this.horizon = new Horizon(clock);
    }

    @Override
    public void add(Collection<QuarantinedMail> mails) throws RegisterUnavailableException {
        writer.write(mails.stream().<LogRow>map(QuarantineRow::new).toList());
    }

    @Override
    public List<QuarantinedMail> of(MailId mail) throws RegisterUnavailableException {
        return mails("q.mailId = :mail" + IN_ORDER, Map.of("mail", mail.value()));
    }

    @Override
    public List<QuarantinedMail> unlisted(String reader, Readership mailboxes, Instant upTo, int most)
            throws RegisterUnavailableException {
        // nobody has an empty name: no list is empty
        List<String> names = new ArrayList<>(keys(mailboxes.mailboxes()));
        names.add("");
        return mails(
                "q.mailbox " + (mailboxes.but() ? "not in" : "in")
                        + " (:mailboxes) and q.heldAt <= :upTo and not " + STEP
                        + " in ('released', 'reported', 'expired')) and not " + STEP
                        + " like 'listed-%' and e.login = :reader)" + IN_ORDER,
                Map.of(
                        "mailboxes", names,
                        "upTo", LogRow.utc(upTo),
                        "reader", Text.fitKey(reader, LogRow.ADDRESS)),
                most);
    }

    @Override
    public Set<String> released(MailId mail, Collection<String> mailboxes) throws RegisterUnavailableException {
        Set<String> released = new HashSet<>(queries.list(
                String.class,
                "select e.mailbox from QuarantineEventRow e where e.mailId = :mail and e.step = 'released'",
                Map.of("mail", mail.value())));
        Set<String> found = new HashSet<>(mailboxes);
        found.removeIf(mailbox -> !released.contains(Text.fitKey(mailbox, LogRow.ADDRESS)));
        return found;
    }

    @Override
    public boolean note(QuarantinedMail mail, String step, String login, Instant at)
            throws RegisterUnavailableException {
        return writer.write(List.of(new QuarantineEventRow(mail, step, login, at)));
    }

    @Override
    public Optional<Handled> release(QuarantinedMail mail) throws RegisterUnavailableException {
        return queries
                .list(
                        QuarantineEventRow.class,
                        "from QuarantineEventRow e where e.mailId = :mail and e.mailbox = :mailbox and e.step ="
                                + " 'released'",
                        Map.of(
                                "mail", mail.mailId().value(),
                                "mailbox", Text.fitKey(mail.mailbox(), LogRow.ADDRESS)))
                .stream()
                .findFirst()
                .map(event -> event.of(mail));
    }

    @Override
    public List<Handled> unsent() throws RegisterUnavailableException {
        List<QuarantineEventRow> released = queries.list(
                QuarantineEventRow.class,
                "from QuarantineEventRow r where r.step = 'released' and not exists (select 1 from QuarantineEventRow e"
                        + " where e.mailId = r.mailId and e.mailbox = r.mailbox and e.step = 'queued') order by r.id",
                Map.of());
        List<Handled> unsent = new ArrayList<>();
        for (QuarantineEventRow event : released) {
            of(new MailId(event.mailId)).stream()
                    .filter(mail -> mail.mailbox().equals(event.mailbox))
                    .map(event::of)
                    .forEach(unsent::add);
        }
        return unsent;
    }

    @Override
    public List<QuarantinedMail> over(Instant now, Instant listedBefore) throws RegisterUnavailableException {
        List<QuarantinedMail> over = horizon.look(
                OVER,
                since -> mails(
                        "q.keepUntil > :since and q.keepUntil <= :now and not " + STEP
                                + " in ('released', 'expired')) and " + STEP
                                + " <> '' and (e.step like 'listed-%' and e.login <> '' or e.step = 'reported') and"
                                + " e.at <= :listed)" + IN_ORDER,
                        Map.of("since", since, "now", LogRow.utc(now), "listed", LogRow.utc(listedBefore))));
        if (over.size() == MOST_AT_ONCE) {
            horizon.lookAgain(OVER);
        }
        return over;
    }

    @Override
    public boolean isWaiting(MailId mail) throws RegisterUnavailableException {
        return !mails(
                        "q.mailId = :mail and not " + STEP + " in ('queued', 'expired'))",
                        Map.of("mail", mail.value()),
                        1)
                .isEmpty();
    }

    @Override
    public void list(MailId digest, String reader, List<QuarantinedMail> mails, Instant at)
            throws RegisterUnavailableException {
        List<LogRow> rows = new ArrayList<>();
        for (QuarantinedMail mail : mails) {
            rows.add(QuarantineEventRow.listed(digest, reader, mail, rows.size() + 1, at));
        }
        writer.write(rows);
    }

    @Override
    public List<QuarantinedMail> listed(MailId digest) throws RegisterUnavailableException {
        Map<String, Object> step = new HashMap<>();
        step.put("step", QuarantineEventRow.listed(digest));
        return mails(
                STEP + " = :step) order by (select x.place from QuarantineEventRow x where x.mailId = q.mailId and"
                        + " x.mailbox = q.mailbox and x.step = :step)",
                step);
    }

    private List<QuarantinedMail> mails(String condition, Map<String, ?> parameters)
            throws RegisterUnavailableException {
        return mails(condition, parameters, MOST_AT_ONCE);
    }

    private List<QuarantinedMail> mails(String condition, Map<String, ?> parameters, int most)
            throws RegisterUnavailableException {
        return queries.list(Object[].class, WITH_MAIL + condition, parameters, most).stream()
                .map(row -> ((QuarantineRow) row[0]).mail(text(row[1]), text(row[2])))
                .toList();
    }

    private static List<String> keys(Collection<String> mailboxes) {
        return mailboxes.stream()
                .map(mailbox -> Text.fitKey(mailbox, LogRow.ADDRESS))
                .toList();
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
