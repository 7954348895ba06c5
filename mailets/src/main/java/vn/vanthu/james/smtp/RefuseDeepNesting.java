package vn.vanthu.james.smtp;

import com.google.inject.Inject;
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
import vn.vanthu.james.LargeMails;
import vn.vanthu.message.Nesting;

/**
 * A mail whose parts stand in each other deeper than in any honest one is refused: James's IMAP follows them by recursion, and
 * no mail program could list the mailbox any more.
 */
public final class RefuseDeepNesting implements JamesMessageHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefuseDeepNesting.class);
    private static final int MOST_LEVELS = 500;

    private final LargeMails largeMails;

    @Inject
    RefuseDeepNesting(LargeMails largeMails) {
        this.largeMails = largeMails;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        LargeMails.Client client = session.getUsername() == null ? LargeMails.Client.OUTSIDE : LargeMails.Client.OWN;
        try {
            return largeMails.whileClientWaits(client, mail.getMessageSize(), () -> isTooDeep(mail))
                    ? Replies.refuse("554", "5.6.0", "Thu long nhau qua nhieu tang", "Parts nested too deeply")
                    : HookResult.DECLINED;
        } catch (MessagingException e) {
            LOGGER.warn("mail {} gets 451, its parts cannot be read now: {}", mail.getName(), e.getMessage());
            return Replies.later("451", "4.3.0", "Tam thoi chua doc duoc thu, xin gui lai sau", "Try again later");
        }
    }

    private static boolean isTooDeep(Mail mail) throws MessagingException {
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            return Nesting.isDeeperThan(MOST_LEVELS, message);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read back", e);
        }
    }
}
