package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import vn.vanthu.james.Addresses;
import vn.vanthu.message.ShownSenders;
import vn.vanthu.organization.LiveOrganization;

/**
 * Port 25 knows no login, so nobody may come there under an address of ours (Điều 5 khoản 3 điểm g): not in the envelope,
 * nor in From, Sender or Resent-From. Where those cannot be read with certainty, our domain anywhere in them counts.
 */
public final class RefuseInsideSender implements MailHook, JamesMessageHook {

    private final LiveOrganization organization;
    private final ReadHeader readHeader;

    @Inject
    RefuseInsideSender(LiveOrganization organization, ReadHeader readHeader) {
        this.organization = organization;
        this.readHeader = readHeader;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return isInside(Addresses.of(sender)) ? refusal() : HookResult.DECLINED;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        return readHeader.then(mail, header -> mayMeanUs(ShownSenders.of(header)) ? refusal() : HookResult.DECLINED);
    }

    private boolean mayMeanUs(ShownSenders senders) {
        return senders.addresses().stream().anyMatch(this::isInside)
                || organization.get().agency().domains().stream().anyMatch(senders::mayMean);
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
