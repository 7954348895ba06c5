package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.ShownSenders;

/**
 * Who may be shown as the sender of a mail (Điều 5 khoản 3 điểm g: nobody uses another's address). The login decides; who
 * has none is no one of ours.
 *
 * @param today for assignments that hold for a time
 */
public record SenderRule(Organization organization, LocalDate today) {

    /** Code of a mail from outside that shows the agency's or a leader's name: people must see that it is not theirs. */
    public static final String OUTSIDE_LOOKS_INSIDE = "outside-sender-looks-inside";

    /** Code of a mail of ours that came back through a list. */
    public static final String BACK_THROUGH_LIST = "own-mail-back-from-list";

    private static final String CLAUSE = "Điều 5 khoản 3 điểm g";
    private static final Reason VERIFIED = Reason.of("sender-verified", CLAUSE, "Địa chỉ người gửi đúng quy chế.");
    private static final Reason INSIDE = Reason.of(
            "inside-sender-without-login", CLAUSE, "Địa chỉ nội bộ chỉ được gửi qua cổng 587 sau khi đăng nhập.");
    private static final Reason NOT_YOURS =
            Reason.of("sender-not-yours", CLAUSE, "Địa chỉ người gửi phải là của tài khoản đăng nhập.");
    private static final Reason NAME_NOT_YOURS = Reason.of(
            "sender-name-not-yours",
            CLAUSE,
            "Tên người gửi phải là tên của người đăng nhập, không dùng tên của người khác, của cơ quan hoặc đơn vị.");
    private static final Reason ANSWER_NOT_YOURS =
            Reason.of("reply-to-not-yours", CLAUSE, "Địa chỉ nhận trả lời (Reply-To) phải là của tài khoản đăng nhập.");
    private static final Reason BACK_FROM_LIST = Reason.of(
            BACK_THROUGH_LIST, CLAUSE, "Thư của cơ quan, có chữ ký của cơ quan, trở về qua một danh sách thư.");
    private static final Reason LOOKS_LIKE_US = Reason.of(
            OUTSIDE_LOOKS_INSIDE,
            CLAUSE,
            "Thư từ bên ngoài, hiện tên của cơ quan hoặc của lãnh đạo: hãy hỏi lại người đó trước khi làm theo.");
    private static final Reason UNCLEAR = Reason.of(
            "sender-unclear",
            CLAUSE,
            "Người gửi không rõ ràng: chỉ một dòng From, với địa chỉ viết đơn giản ten@mien.");

    /** Mail from another server: its envelope sender. */
    public Decision fromOutside(String envelopeSender) {
        return isInside(envelopeSender) ? Decision.refuse(INSIDE) : Decision.deliver(VERIFIED);
    }

    /**
     * Mail from another server: whom it shows. Where that is not certain, our domain anywhere in it counts. What only looks
     * like one of us is delivered, for the reason {@link #OUTSIDE_LOOKS_INSIDE}.
     *
     * @param signedByUs whether it bears our own valid DKIM signature, as a mail of ours that a list sends back
     */
    public Decision fromOutside(MessageView header, boolean signedByUs) {
        ShownSenders senders = ShownSenders.of(header);
        boolean us = senders.addresses().stream().anyMatch(this::isInside)
                || organization.agency().domains().stream().anyMatch(senders::mayMean);
        if (!us) {
            return notUs(senders);
        }
        return signedByUs && senders.isCertain() ? Decision.deliver(BACK_FROM_LIST) : Decision.refuse(INSIDE);
    }

    private Decision notUs(ShownSenders senders) {
        SenderNames names = new SenderNames(organization, today);
        return Decision.deliver(senders.entries().stream().anyMatch(names::imitates) ? LOOKS_LIKE_US : VERIFIED);
    }

    /** Mail that no SMTP dialogue brought: the gateway's own notices, or what an administrator put into the spool. */
    public Decision fromGateway(String envelopeSender, MessageView header) {
        ShownSenders senders = ShownSenders.of(header);
        boolean ours = senders.isCertain()
                && Stream.concat(Stream.of(envelopeSender), senders.addresses().stream())
                        .filter(this::isInside)
                        .allMatch(this::isService);
        return ours ? Decision.deliver(VERIFIED) : Decision.refuse(INSIDE);
    }

    private boolean isService(String address) {
        return address.startsWith("postmaster@")
                || organization
                        .mailbox(address)
                        .filter(mailbox -> mailbox.kind() == Mailbox.Kind.SERVICE)
                        .isPresent();
    }

    /** Mail of a login: its envelope sender. The null sender is nobody's. */
    public Decision fromLogin(String login, String envelopeSender) {
        return maySend(login, envelopeSender) ? Decision.deliver(VERIFIED) : Decision.refuse(NOT_YOURS);
    }

    /**
     * Mail of a login: every address that it shows, every name beside one, and to whom it lets people answer. What mail
     * programs may read differently is refused.
     */
    public Decision fromLogin(String login, MessageView header) {
        ShownSenders senders = ShownSenders.of(header);
        ShownSenders answered = ShownSenders.answeredTo(header);
        if (!senders.isCertain() || !answered.isCertain()) {
            return Decision.refuse(UNCLEAR);
        }
        if (!allMaySend(login, senders)) {
            return Decision.refuse(NOT_YOURS);
        }
        if (!allMaySend(login, answered)) {
            return Decision.refuse(ANSWER_NOT_YOURS);
        }
        SenderNames names = new SenderNames(organization, today);
        boolean ownNames = Stream.of(senders, answered)
                .flatMap(shown -> shown.entries().stream())
                .allMatch(entry -> names.maySay(login, entry));
        return ownNames ? Decision.deliver(VERIFIED) : Decision.refuse(NAME_NOT_YOURS);
    }

    private boolean allMaySend(String login, ShownSenders senders) {
        return senders.addresses().stream().allMatch(sender -> maySend(login, sender));
    }

    private boolean isInside(String address) {
        return address.contains("@") && organization.isInside(address);
    }

    private boolean maySend(String login, String sender) {
        String person = login.toLowerCase(Locale.ROOT);
        return !person.isEmpty() && (person.equals(sender) || organization.maySendAs(person, sender, today));
    }
}
