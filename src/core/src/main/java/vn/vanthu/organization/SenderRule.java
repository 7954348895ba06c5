package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.Locale;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.message.ShownSenders;

/**
 * Who may be shown as the sender of a mail (Điều 5 khoản 3 điểm g: nobody uses another's address). The login decides; who
 * has none is no one of ours.
 *
 * @param today for assignments that hold for a time
 */
public record SenderRule(Organization organization, LocalDate today) {

    private static final String CLAUSE = "Điều 5 khoản 3 điểm g";
    private static final Reason VERIFIED = Reason.of("sender-verified", CLAUSE, "Địa chỉ người gửi đúng quy chế.");
    private static final Reason INSIDE = Reason.of(
            "inside-sender-without-login", CLAUSE, "Địa chỉ nội bộ chỉ được gửi qua cổng 587 sau khi đăng nhập.");
    private static final Reason NOT_YOURS =
            Reason.of("sender-not-yours", CLAUSE, "Địa chỉ người gửi phải là của tài khoản đăng nhập.");
    private static final Reason UNCLEAR = Reason.of(
            "sender-unclear",
            CLAUSE,
            "Người gửi không rõ ràng: chỉ một dòng From, với địa chỉ viết đơn giản ten@mien.");

    /** Mail from another server: its envelope sender. */
    public Decision fromOutside(String envelopeSender) {
        return isInside(envelopeSender) ? Decision.refuse(INSIDE) : Decision.deliver(VERIFIED);
    }

    /** Mail from another server: whom it shows. Where that is not certain, our domain anywhere in it counts. */
    public Decision fromOutside(ShownSenders senders) {
        boolean us = senders.addresses().stream().anyMatch(this::isInside)
                || organization.agency().domains().stream().anyMatch(senders::mayMean);
        return us ? Decision.refuse(INSIDE) : Decision.deliver(VERIFIED);
    }

    /** Mail of a login: its envelope sender. The null sender is nobody's. */
    public Decision fromLogin(String login, String envelopeSender) {
        return maySend(login, envelopeSender) ? Decision.deliver(VERIFIED) : Decision.refuse(NOT_YOURS);
    }

    /** Mail of a login: every address that it shows. What mail programs may read differently is refused. */
    public Decision fromLogin(String login, ShownSenders senders) {
        if (!senders.isCertain()) {
            return Decision.refuse(UNCLEAR);
        }
        boolean all = senders.addresses().stream().allMatch(sender -> maySend(login, sender));
        return all ? Decision.deliver(VERIFIED) : Decision.refuse(NOT_YOURS);
    }

    private boolean isInside(String address) {
        return address.contains("@") && organization.isInside(address);
    }

    private boolean maySend(String login, String sender) {
        String person = login.toLowerCase(Locale.ROOT);
        return !person.isEmpty() && (person.equals(sender) || organization.maySendAs(person, sender, today));
    }
}
