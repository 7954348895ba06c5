package vn.vanthu.register.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.register.Direction;
import vn.vanthu.register.store.SearchText;

/**
 * Which mails an auditor wants: the newest ones that fulfil every condition. Immutable; each method returns a narrower
 * filter.
 */
public final class MailFilter {

    /** Outcomes and decisions that are few: mails are looked up from them, not from the newest one on. */
    private static final Set<String> RARE =
            Set.of("bounced", "refused", "held", "quarantined", "hold", "quarantine", "refuse");

    /**
     * A way to the newest mails along an index: through all of them, or through those with one value in a column.
     *
     * @param tables with {@code m}, the mails
     * @param along the one whose index it is; it has the columns {@code received_local} and {@code id}
     */
    record Way(String tables, String along, List<Condition> values, String order) {

        private static final Way ALL = new Way("mail m", "m", List.of(), "");

        private static Way along(String tables, String table, String column, String value) {
            String name = table + "." + column;
            return new Way(tables, table, List.of(new Condition(name + " = ?", value)), name + " DESC, ");
        }

        private static Way ofMails(String column, String value) {
            return along("mail m", "m", column, value);
        }

        private static Way ofRecipients(String recipient) {
            return along("mail_recipient r JOIN mail m ON m.mail_id = r.mail_id", "r", "recipient", recipient);
        }
    }

    /** In the place of the column of the time of arrival, on a {@link Way}'s table. */
    static final String TIME = "{received}";

    /** Together they lead to every mail that may be wanted; a mail may be found on several. */
    private final List<Way> ways;
    /** Queries that give the ids of mails, by an index of their own. */
    private final List<Condition> lookups;
    /** On the table of mails, as {@code m}. */
    private final List<Condition> ofMail;
    /** On the view, for the mails that were found. */
    private final List<Condition> ofView;

    private final int limit;

    private MailFilter(
            List<Way> ways, List<Condition> lookups, List<Condition> ofMail, List<Condition> ofView, int limit) {
        this.ways = List.copyOf(ways);
        this.lookups = List.copyOf(lookups);
        this.ofMail = List.copyOf(ofMail);
        this.ofView = List.copyOf(ofView);
        this.limit = limit;
    }

    /** The newest mails, at most so many. */
    public static MailFilter newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
        }
        return new MailFilter(List.of(Way.ALL), List.of(), List.of(), List.of(), limit);
    }

    /** Sent by this address, in the envelope or in the From header. */
    public MailFilter from(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return hasWay()
                ? and("(m.sender_address = ? OR m.envelope_sender = ?)", plain, address.strip())
                : by(Way.ofMails("sender_address", plain), Way.ofMails("envelope_sender", address.strip()));
    }

    /** Addressed or delivered to this address. */
    public MailFilter to(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return hasWay()
                ? and("EXISTS (SELECT 1 FROM mail_recipient x WHERE x.mail_id = m.mail_id AND x.recipient = ?)", plain)
                : by(Way.ofRecipients(plain));
    }

    /** With these words in the subject or the sender's name, without regard to diacritics and case. */
    public MailFilter containing(String words) {
        return and("m.search_text LIKE ? ESCAPE '!'", SearchText.pattern(words));
    }

    public MailFilter since(Instant from) {
        return and(TIME + " >= ?", Times.local(from));
    }

    /** Received before this time. */
    public MailFilter until(Instant before) {
        return and(TIME + " < ?", Times.local(before));
    }

    public MailFilter login(String account) {
        return hasWay() ? and("m.login = ?", account.strip()) : by(Way.ofMails("login", account.strip()));
    }

    public MailFilter direction(Direction direction) {
        return and("m.direction = ?", direction.code());
    }

    public MailFilter decision(Verdict verdict) {
        return looked(
                "quyet_dinh = ?", "SELECT DISTINCT d.mail_id FROM mail_decision d WHERE d.verdict = ?", verdict.code());
    }

    /** @param outcome a value of {@code ket_qua}: an outcome's code, or {@code mixed} */
    public MailFilter outcome(String outcome) {
        return looked("ket_qua = ?", "SELECT DISTINCT e.mail_id FROM mail_event e WHERE e.outcome = ?", outcome);
    }

    List<Way> ways() {
        return ways;
    }

    List<Condition> lookups() {
        return lookups;
    }

    List<Condition> ofMail() {
        return ofMail;
    }

    List<Condition> ofView() {
        return ofView;
    }

    int limit() {
        return limit;
    }

    private MailFilter looked(String inView, String mails, String value) {
        MailFilter narrower = RARE.contains(value) ? lookup(mails, value) : this;
        List<Condition> all = with(ofView, new Condition(inView, value));
        return new MailFilter(ways, narrower.lookups, ofMail, all, limit);
    }

    private boolean hasWay() {
        return !ways.equals(List.of(Way.ALL));
    }

    private MailFilter by(Way... through) {
        return new MailFilter(List.of(through), lookups, ofMail, ofView, limit);
    }

    private MailFilter lookup(String mails, String value) {
        return new MailFilter(ways, with(lookups, new Condition(mails, value)), ofMail, ofView, limit);
    }

    private MailFilter and(String sql, Object... values) {
        return new MailFilter(ways, lookups, with(ofMail, new Condition(sql, values)), ofView, limit);
    }

    private static List<Condition> with(List<Condition> conditions, Condition one) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(one);
        return more;
    }
}
