package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.vanthu.decision.Decision;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredRegister implements Register {

    private final GroupWriter writer;
    private final SessionFactory sessions;
    private final Pulse pulse;
    private final Clock clock;
    private volatile String configurationVersion = "";

    StoredRegister(GroupWriter writer, SessionFactory sessions, Pulse pulse, Clock clock) {
        this.writer = writer;
        this.sessions = sessions;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public void configured(String version, String content) throws RegisterUnavailableException {
        writer.write(List.of(new ConfigurationRow(clock.instant(), version, content)));
        configurationVersion = version;
    }

    @Override
    public Recording record(MailRecord mail) throws RegisterUnavailableException {
        return writer.write(rowsOf(mail)) ? Recording.NEW : Recording.REPLAYED;
    }

    @Override
    public Recording record(MailRecord mail, String rule, Decision decision) throws RegisterUnavailableException {
        List<LogRow> rows = rowsOf(mail);
        rows.add(new DecisionRow(mail.id(), clock.instant(), rule, configurationVersion, decision));
        return writer.write(rows) ? Recording.NEW : Recording.REPLAYED;
    }

    private static List<LogRow> rowsOf(MailRecord mail) {
        List<LogRow> rows = new ArrayList<>();
        rows.add(new MailRow(mail));
        mail.recipients().forEach(recipient -> rows.add(new RecipientRow(mail.id(), mail.receivedAt(), recipient, "")));
        return rows;
    }

    @Override
    public void expanded(MailId id, String recipient, Collection<String> into) throws RegisterUnavailableException {
        List<LogRow> rows = new ArrayList<>();
        if (!into.contains(recipient)) {
            rows.add(EventRow.expanded(id, recipient, clock.instant(), into));
        }
        Instant receivedAt = receivedAt(id).orElseGet(clock::instant);
        into.forEach(added -> rows.add(new RecipientRow(id, receivedAt, added, recipient)));
        writer.write(rows);
    }

    @Override
    public Optional<Instant> receivedAt(MailId id) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createSelectionQuery(
                            "select m.receivedAt from MailRow m where m.mailId = :mail", LocalDateTime.class)
                    .setParameter("mail", id.value())
                    .uniqueResultOptional()
                    .map(time -> time.toInstant(ZoneOffset.UTC));
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    private static RegisterUnavailableException unreadable(HibernateException e) {
        return new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void decided(MailId id, String rule, Decision decision) throws RegisterUnavailableException {
        Instant now = clock.instant();
        writer.write(List.of(new DecisionRow(id, now, rule, configurationVersion, decision)));
    }

    @Override
    public void outcomes(Collection<DeliveryEvent> events) throws RegisterUnavailableException {
        List<LogRow> rows = new ArrayList<>();
        events.forEach(event -> rows.add(new EventRow(event)));
        writer.write(rows);
    }

    @Override
    public Set<String> settled(MailId id, Collection<String> recipients) throws RegisterUnavailableException {
        try (StatelessSession session = sessions.openStatelessSession()) {
            Set<String> over = new HashSet<>(session.createSelectionQuery(
                            "select e.recipient from EventRow e where e.mailId = :mail and e.settled", String.class)
                    .setParameter("mail", id.value())
                    .list());
            return recipients.stream()
                    .filter(recipient -> over.contains(Text.fitKey(recipient, LogRow.ADDRESS)))
                    .collect(Collectors.toSet());
        } catch (HibernateException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void administered(AdminAct act) throws RegisterUnavailableException {
        writer.write(List.of(new AdminActRow(act)));
    }

    @Override
    public void checkWritable() throws RegisterUnavailableException {
        pulse.check();
    }
}
