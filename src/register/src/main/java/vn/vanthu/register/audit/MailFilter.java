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

    /** Queries that give the ids of mails, by an index of their own. */
    private final List<Condition> lookups;
    /** On the table of mails, as {@code m}. */
    private final List<Condition> ofMail;
    /** On the view, for the mails that were found. */
    private final List<Condition> ofView;

    private final int limit;

    private MailFilter(List<Condition> lookups, List<Condition> ofMail, List<Condition> ofView, int limit) {
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
        return new MailFilter(List.of(), List.of(), List.of(), limit);
    }

    /** Sent by this address, in the envelope or in the From header. */
    public MailFilter from(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return and("(m.sender_address = ? OR m.envelope_sender = ?)", plain, address.strip());
    }

    /** Addressed or delivered to this address. */
    public MailFilter to(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return lookup("SELECT DISTINCT r.mail_id FROM mail_recipient r WHERE r.recipient = ?", plain);
    }

    /** With these words in the subject or the sender's name, without regard to diacritics and case. */
    public MailFilter containing(String words) {
        return and("m.search_text LIKE ? ESCAPE '!'", SearchText.pattern(words));
    }

    public MailFilter since(Instant from) {
        return and("m.received_local >= ?", Times.local(from));
    }

    /** Received before this time. */
    public MailFilter until(Instant before) {
        return and("m.received_local < ?", Times.local(before));
    }

    public MailFilter login(String account) {
        return and("m.login = ?", account.strip());
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
        return new MailFilter(narrower.lookups, ofMail, all, limit);
    }

    private MailFilter lookup(String mails, String value) {
        return new MailFilter(with(lookups, new Condition(mails, value)), ofMail, ofView, limit);
    }

    private MailFilter and(String sql, Object... values) {
        return new MailFilter(lookups, with(ofMail, new Condition(sql, values)), ofView, limit);
    }

    private static List<Condition> with(List<Condition> conditions, Condition one) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(one);
        return more;
    }
}
