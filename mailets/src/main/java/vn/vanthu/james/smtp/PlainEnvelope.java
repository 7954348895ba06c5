package vn.vanthu.james.smtp;

import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.protocols.smtp.hook.RcptHook;

/**
 * Takes only envelopes that stay what they are on the whole way. James allows any ASCII behind a backslash in an address: a
 * carriage return there became a line of the header, and James's queue splits recipients at each semicolon.
 */
public final class PlainEnvelope implements MailHook, RcptHook {

    /** Ten times what RFC 5321, 4.5.3.1.8, asks for; a client sends the mail to the others again. */
    private static final int MOST_RECIPIENTS = 1000;

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        boolean plain = sender.asOptional().map(PlainEnvelope::isPlain).orElse(true);
        return plain
                ? HookResult.DECLINED
                : Replies.refuse("553", "5.1.7", "Dia chi gui co ky tu khong duoc dung", "Bad sender address");
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        if (session.getRcptCount() >= MOST_RECIPIENTS) {
            return Replies.later("452", "4.5.3", "Qua nhieu nguoi nhan trong mot thu", "Too many recipients");
        }
        return isPlain(recipient) && recipient.getLocalPart().indexOf(';') < 0
                ? HookResult.DECLINED
                : Replies.refuse("553", "5.1.3", "Dia chi nhan co ky tu khong duoc dung", "Bad recipient address");
    }

    private static boolean isPlain(MailAddress address) {
        return address.asString().chars().allMatch(character -> character >= ' ' && character < 0x7f);
    }
}
