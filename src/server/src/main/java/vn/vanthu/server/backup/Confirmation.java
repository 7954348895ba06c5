package vn.vanthu.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * Tells a restored register what happened after its copy was made. Numbers that were given since become voided rows, so
 * that none is given twice; mails that left since are settled, so that none is sent twice.
 */
public final class Confirmation {

    private static final String REASON = "Số đã cấp sau bản sao lưu, mất khi khôi phục / lost at restore";

    /**
     * What somebody knows from outside: printed books, the daily mails, sent folders.
     *
     * @param login who answers for it: a leader, the head of the office or the clerk
     * @param systemUser who types it
     * @param lastNumbers {@code den/2026} to the last number that was given
     * @param sent mails that the copy has as waiting, and that left after it was made
     * @param unsent those that did not: they go on
     * @param restUnsent whether all others did not leave either
     * @param proof what the newest seal head known outside said of the copy
     */
    public record Known(
            String login,
            String systemUser,
            Map<String, Integer> lastNumbers,
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

    /** The last number of each book in the copy, and of this year's books in any case: {@code den/2026} to 12. */
    private Map<String, Integer> restoredNumbers() throws Exception {
        int year = ZonedDateTime.now(configuration.clock()).getYear();
        Map<String, Integer> last = new TreeMap<>(Map.of("den/" + year, 0, "di/" + year, 0));
        try (Connection connection = RegisterDatabase.connectForAudit(configuration.register());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT so_dang_ky, nam, MAX(so_thu_tu) FROM so_dang_ky_tat_ca GROUP BY so_dang_ky, nam")) {
            while (rows.next()) {
                last.put(rows.getString(1) + "/" + rows.getInt(2), rows.getInt(3));
            }
        }
        return last;
    }

    /**
     * Carries it out and lets the gateway start again. Run again after a crash it goes on where it was.
     *
     * @return lines for people
     */
    public List<String> confirm(Known known) throws Exception {
        List<String> told = new ArrayList<>();
        try (DataFolder data = DataFolder.take(configuration.options().data());
                RegisterDatabase register = RegisterDatabase.open(configuration.register(), configuration.clock())) {
            Map<String, Integer> restoredNumbers = restoredNumbers();
            requireAll(restoredNumbers, WaitingMails.in(configuration), known);
            for (Map.Entry<String, Integer> book : known.lastNumbers().entrySet()) {
                int from = restoredNumbers.getOrDefault(book.getKey(), 0) + 1;
                lose(register.books(), book.getKey(), from, book.getValue(), known);
                told.add(book.getKey() + ": " + Math.max(0, book.getValue() - from + 1) + " số mất / numbers lost");
            }
            HeldMails held = register.heldMails(data.resolve("held"));
            for (MailId mail : known.sent()) {
                told.add(mail + ": " + settle(register, held, mail, known) + " người nhận / recipients");
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
    private static void requireAll(Map<String, Integer> restored, List<WaitingMails.Mail> waiting, Known known)
            throws BackupException {
        List<String> missing = new ArrayList<>();
        restored.forEach((book, last) -> {
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

    /** Takes the numbers of a book that were given after the copy was made, and voids each. */
    private void lose(Books books, String book, int from, int to, Known known)
            throws BookException, RegisterUnavailableException, BackupException {
        String[] parts = book.split("/");
        Book which = Book.ofCode(parts[0]);
        int year = Integer.parseInt(parts[1]);
        if (from <= to && which == Book.OUTGOING) {
            Act act = act(known, book, to, "");
            if (books.claim(new BookNumber(which, year, to), DocumentFields.none(), Source.paper(inYear(year)), act)
                    instanceof Claim.Refused refused) {
                throw new BackupException(
                        "--last " + book + "=" + to + ": " + refused.reason().text());
            }
        }
        for (int number = from; number <= to; number++) {
            if (which == Book.INCOMING) {
                books.register(which, DocumentFields.none(), Source.paper(inYear(year)), act(known, book, number, ""));
            }
            books.voidNumber(new BookNumber(which, year, number), act(known, book, number, ":void"));
        }
    }

    private Act act(Known known, String book, int number, String step) {
        String key = "restore:" + restored.madeAt() + ":" + book + ":" + number + step;
        return new Act(known.login(), known.systemUser(), REASON, key);
    }

    /** A moment in that year: it decides in which year's book a number stands. */
    private Instant inYear(int year) throws BackupException {
        for (Instant moment : List.of(configuration.clock().instant(), restored.madeAt())) {
            if (moment.atZone(configuration.clock().getZone()).getYear() == year) {
                return moment;
            }
        }
        throw new BackupException("--last: found the year " + year + "; allowed: the year of the copy, or this one");
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
        try (Connection connection = RegisterDatabase.connectForAudit(configuration.register());
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
