package vn.vanthu.james.smtp;

import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.message.Nesting;

/**
 * A mail whose parts stand in each other deeper than in any honest one is refused: James's IMAP follows them by recursion, and
 * no mail program could list the mailbox any more.
 */
public final class RefuseDeepNesting implements JamesMessageHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefuseDeepNesting.class);
    private static final int MOST_LEVELS = 500;

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            return Nesting.isDeeperThan(MOST_LEVELS, message)
                    ? Replies.refuse("554", "5.6.0", "Thu long nhau qua nhieu tang", "Parts nested too deeply")
                    : HookResult.DECLINED;
        } catch (IOException | MessagingException e) {
            LOGGER.error("mail {} could not be read back after DATA", mail.getName(), e);
            return Replies.later("451", "4.3.0", "Khong doc lai duoc thu, xin gui lai", "Cannot read the message back");
        }
    }
}
