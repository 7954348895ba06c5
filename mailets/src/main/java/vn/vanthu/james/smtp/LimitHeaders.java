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

/** Refuses a message whose header section is larger than any honest one: headers are held in memory whole. */
public final class LimitHeaders implements JamesMessageHook {

    /** The most bytes of a header section ({@code vanthu.message.maxheaderbytes}). */
    public record Limit(long bytes) {}

    private final Limit limit;

    @Inject
    public LimitHeaders(Limit limit) {
        this.limit = limit;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        try {
            return headersFit(mail) ? HookResult.DECLINED : refusal();
        } catch (IOException | MessagingException e) {
            return Replies.later("451", "4.3.0", "Khong doc lai duoc thu, xin gui lai", "Cannot read the message back");
        }
    }

    private boolean headersFit(Mail mail) throws IOException, MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            int lineLength = 0;
            for (long bytes = 0; bytes <= limit.bytes(); bytes++) {
                int next = in.read();
                if (next < 0 || (next == '\n' && lineLength == 0)) {
                    return true;
                }
                lineLength = next == '\n' ? 0 : next == '\r' ? lineLength : lineLength + 1;
            }
            return false;
        }
    }

    private HookResult refusal() {
        return Replies.refuse(
                "552",
                "5.3.4",
                "Phan dau thu qua lon (toi da " + limit.bytes() + " byte)",
                "The header section is larger than " + limit.bytes() + " bytes");
    }
}
