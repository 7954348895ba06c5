package vn.vanthu.james.smtp;

import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;

/** The submission ports take no mail before a login (RFC 6409, 4.3). */
public final class RequireLogin implements MailHook {

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        if (session.getUsername() != null) {
            return HookResult.DECLINED;
        }
        return Replies.refuse("530", "5.7.0", "Phai dang nhap truoc khi gui thu", "Authentication required");
    }
}
