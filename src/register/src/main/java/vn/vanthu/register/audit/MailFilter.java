package vn.vanthu.register.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.register.Direction;
import vn.vanthu.register.store.SearchText;

/**
 * Which mails an auditor wants: the newest ones that fulfil every condition. Immutable; each method returns a narrower
 * filter.
 */
public final class MailFilter {

    private final List<Condition> conditions;
    private final int limit;

    private MailFilter(List<Condition> conditions, int limit) {
        this.conditions = List.copyOf(conditions);
        this.limit = limit;
    }

    /** The newest mails, at most so many. */
    public static MailFilter newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
        }
        return new MailFilter(List.of(), limit);
    }

    /** Sent by this address, in the envelope or in the From header. */
    public MailFilter from(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return and("(dia_chi_gui = ? OR nguoi_gui_phong_bi = ?)", plain, address.strip());
    }

    /** Addressed or delivered to this address. */
    public MailFilter to(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        return and("ma_thu IN (SELECT n.ma_thu FROM nhat_ky_nguoi_nhan n WHERE n.nguoi_nhan = ?)", plain);
    }

    /** With these words in the subject or the sender's name, without regard to diacritics and case. */
    public MailFilter containing(String words) {
        return and("tim_kiem LIKE ? ESCAPE '!'", SearchText.pattern(words));
    }

    public MailFilter since(Instant from) {
        return and("nhan_luc >= ?", Times.local(from));
    }

    /** Received before this time. */
    public MailFilter until(Instant before) {
        return and("nhan_luc < ?", Times.local(before));
    }

    public MailFilter login(String account) {
        return and("tai_khoan = ?", account.strip());
    }

    public MailFilter direction(Direction direction) {
        return and("chieu = ?", direction.code());
    }

    public MailFilter decision(Verdict verdict) {
        return and("quyet_dinh = ?", verdict.code());
    }

    /** @param outcome a value of {@code ket_qua}: an outcome's code, or {@code mixed} */
    public MailFilter outcome(String outcome) {
        return and("ket_qua = ?", outcome);
    }

    List<Condition> conditions() {
        return conditions;
    }

    int limit() {
        return limit;
    }

    private MailFilter and(String sql, Object... values) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(sql, values));
        return new MailFilter(more, limit);
    }
}
