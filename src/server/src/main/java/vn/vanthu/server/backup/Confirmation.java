package vn.vanthu.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * Tells a restored register what happened after its copy was made. Numbers that were given since become voided rows, so
 * that none is given twice; mails that left since are settled, so that none is sent twice.
 */
public final class Confirmation {

    /**
     * What somebody knows from outside: printed books, the daily mails, sent folders.
     *
     * @param login who answers for it: a leader, the head of the office or the clerk
     * @param systemUser who types it
     * @param lastNumbers {@code den/2026} to the last number that was given
     * @param lost how many numbers are lost in all; needed when they are many
     * @param sent mails that the copy has as waiting, and that left after it was made
     * @param unsent those that did not: they go on
     * @param restUnsent whether all others did not leave either
     * @param proof what the newest seal head known outside said of the copy
     */
    public record Known(
            String login,
            String systemUser,
            Map<String, Integer> lastNumbers,
            OptionalInt lost,
            List<MailId> sent,
            List<MailId> unsent,
            boolean restUnsent,
            String proof) {

        private boolean answers(MailId mail) {
            return restUnsent || sent.contains(mail) || unsent.contains(mail);
        }
    }

    private final GatewayConfiguration configuration;
    private final Restored restored;

    public Confirmation(GatewayConfiguration configuration, Restored restored) {
        this.configuration = configuration;
        this.restored = restored;
    }

    /**
     * Carries it out and lets the gateway start again. Run again after a crash it goes on where it was.
     *
     * @return lines for people
     */
    public List<String> confirm(Known known) throws Exception {
        List<String> told = new ArrayList<>();
        try (DataFolder data = DataFolder.take(configuration.options().data());
                RegisterDatabase register =
                        RegisterDatabase.openRestored(configuration.register(), configuration.clock())) {
            Map<String, Integer> there = LostNumbers.lastIn(configuration);
            Restored begun = restored.withLast(there);
            LostNumbers lost = new LostNumbers(begun, known.login(), known.systemUser(), configuration.clock());
            List<LostNumbers.Span> spans = lost.upTo(known.lastNumbers());
            requireAll(there, WaitingMails.forOutside(configuration), known);
            requireOpen(register, spans);
            requireTotal(spans, known);
            begun.writeTo(data.path());
            for (LostNumbers.Span span : spans) {
                lost.lose(register.books(), span);
                told.add(span.name() + ": " + span.count() + " số mất / numbers lost");
            }
            HeldMails held = register.heldMails(data.resolve("held"));
            for (MailId mail : known.sent()) {
                told.add(mail + ": " + settle(register, held, mail, known) + " người nhận / recipients");
            }
            for (WaitingMails.Mail mail : WaitingMails.after(restored.madeAt(), configuration)) {
                told.add(
                        "Có thể không có trong bản sao, đề nghị hỏi lại người gửi / may be missing in the copy, please ask"
                                + " its sender: " + mail.id() + ": " + mail.told());
            }
            note(register, known);
            register.seal();
            for (DatabaseCopy database : DatabaseCopy.onMariaDb(configuration)) {
                new MariaDbLoad(database).end();
            }
            Restored.remove(data.path());
        }
        return told;
    }

    /** Everything that is missing is told at once. */
    private static void requireAll(Map<String, Integer> there, List<WaitingMails.Mail> waiting, Known known)
            throws BackupException {
        List<String> missing = new ArrayList<>();
        there.forEach((book, last) -> {
            if (known.lastNumbers().getOrDefault(book, -1) < last) {
                missing.add("--last " + book + "=N: số cuối đã cấp, bản sao có tới số / the last number that was given;"
                        + " the copy has up to " + last);
            }
        });
        waiting.stream()
                .filter(mail -> !known.answers(mail.id()))
                .map(mail -> "--sent " + mail.id() + " | --unsent " + mail.id() + ": " + mail.told())
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new BackupException(
                    "còn thiếu / still needed (--unsent all: những thư còn lại chưa gửi / the other mails"
                            + " did not leave):\n  " + String.join("\n  ", missing));
        }
    }

    /** In the book of an earlier year a number can be taken only while it is open; this year's opens itself. */
    private void requireOpen(RegisterDatabase register, List<LostNumbers.Span> spans)
            throws BackupException, RegisterUnavailableException {
        int thisYear = ZonedDateTime.now(configuration.clock()).getYear();
        for (LostNumbers.Span span : spans) {
            if (span.count() > 0 && span.year() != thisYear && register.isClosed(span.book(), span.year())) {
                throw new BackupException("--last " + span.name() + "=" + span.to()
                        + ": sổ năm đó trong bản sao đã khóa hoặc chưa mở / that year's book is closed in the copy, or"
                        + " was never opened; allowed: " + (span.from() - 1));
            }
        }
    }

    /** A void number is for ever: a mistyped one must not make thousands. */
    private static void requireTotal(List<LostNumbers.Span> spans, Known known) throws BackupException {
        int total = spans.stream().mapToInt(LostNumbers.Span::count).sum();
        boolean asked = total > LostNumbers.MOST_UNASKED || known.lost().isPresent();
        if (asked && known.lost().orElse(-1) != total) {
            String books = spans.stream()
                    .filter(span -> span.count() > 0)
                    .map(LostNumbers.Span::toString)
                    .collect(Collectors.joining(", "));
            throw new BackupException(total + " số sẽ bị hủy vĩnh viễn; hãy kiểm tra rồi thêm --lost " + total
                    + " / numbers would become void for ever; check them, then add --lost " + total + ": " + books);
        }
    }

    private int settle(RegisterDatabase register, HeldMails held, MailId mail, Known known)
            throws SQLException, vn.vanthu.config.ConfigurationException, RegisterUnavailableException {
        Instant now = configuration.clock().instant();
        for (Purpose purpose : Purpose.values()) {
            var open = held.find(mail, purpose);
            if (open.isPresent()) {
                HeldMail hold = open.get();
                held.decide(hold, new HoldDecision("withdrawn", known.login(), "đã gửi trước khi khôi phục", now));
                held.carriedOut(hold);
            }
        }
        List<DeliveryEvent> events = new ArrayList<>();
        try (Connection connection = AuditAccess.connect(configuration.register());
                var query = connection.prepareStatement("SELECT nguoi_nhan FROM nhat_ky_nguoi_nhan"
                        + " WHERE ma_thu = ? AND ket_qua IN ('pending', 'held')")) {
            query.setString(1, mail.value());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                events.add(DeliveryEvent.settled(
                        mail,
                        rows.getString(1),
                        Outcome.RELAYED,
                        now,
                        "",
                        "sent before the restore, by " + known.login()));
            }
        }
        register.register().outcomes(events);
        return events.size();
    }

    private void note(RegisterDatabase register, Known known) throws RegisterUnavailableException {
        register.register()
                .administered(new AdminAct(
                        configuration.clock().instant(),
                        known.login(),
                        known.systemUser(),
                        AdminAct.Action.RESTORED,
                        restored.backup(),
                        known.proof() + "; copy of " + restored.madeAt() + ", seal head " + restored.sealHead()
                                + ", last numbers " + new TreeMap<>(known.lastNumbers()) + ", sent since "
                                + known.sent() + ", not sent "
                                + (known.restUnsent() ? "all others" : known.unsent()),
                        "restore:" + restored.madeAt()));
    }
}
