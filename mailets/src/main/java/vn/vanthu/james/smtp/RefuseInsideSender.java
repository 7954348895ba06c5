package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import vn.vanthu.james.Addresses;
import vn.vanthu.organization.LiveOrganization;

/**
 * Port 25 knows no login, so nobody may come there under an address of ours (Điều 5 khoản 3 điểm g): not in the envelope,
 * nor in From, Sender or Resent-From.
 */
public final class RefuseInsideSender implements MailHook, JamesMessageHook {

    private final LiveOrganization organization;

    @Inject
    public RefuseInsideSender(LiveOrganization organization) {
        this.organization = organization;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return isInside(Addresses.of(sender)) ? refusal() : HookResult.DECLINED;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return SenderHeaders.of(mail)
                .map(senders -> senders.stream().anyMatch(this::isInside))
                .map(inside -> inside ? refusal() : HookResult.DECLINED)
                .orElseGet(() -> mentionsUs(mail) ? refusal() : HookResult.DECLINED);
    }

    /** Where the headers cannot be read with certainty, our domain anywhere in them counts. */
    private boolean mentionsUs(Mail mail) {
        String headers = SenderHeaders.raw(mail);
        return organization.get().agency().domains().stream().anyMatch(headers::contains);
    }

    private boolean isInside(String address) {
        return address.contains("@") && organization.get().isInside(address);
    }

    private static HookResult refusal() {
        return Replies.refuse(
                "550",
                "5.7.1",
                "Dia chi noi bo chi duoc gui qua cong 587 sau khi dang nhap (Dieu 5 khoan 3 diem g)",
                "Our own addresses send through port 587 with a login");
    }
}
