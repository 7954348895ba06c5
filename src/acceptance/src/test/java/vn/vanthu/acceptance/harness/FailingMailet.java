package vn.vanthu.acceptance.harness;

import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/** Runs in the gateway: a parser that meets a message too deep for it, as {@code mailetcontainer.xml} of a test says. */
public final class FailingMailet extends GenericMailet {

    /** Messages with this header are too much. */
    public static final String HEADER = "X-Too-Deep";

    @Override
    public void service(Mail mail) throws MessagingException {
        if (mail.getMessage().getHeader(HEADER) != null) {
            throw new StackOverflowError("a test's message");
        }
    }
}
