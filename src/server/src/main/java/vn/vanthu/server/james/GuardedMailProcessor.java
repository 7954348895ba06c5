package vn.vanthu.server.james;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.mailet.Mail;

/**
 * Keeps the spooler alive: an {@code Error} in a mailet (a stack overflow in a parser, a class that does not link) costs
 * James a spooler thread and leaves the mail unacknowledged, so that a few such mails stop all mail. As an exception it
 * goes the way of every failure: tried again, then the error repository.
 */
public final class GuardedMailProcessor implements MailProcessor {

    private final CompositeProcessorImpl processors;

    @Inject
    public GuardedMailProcessor(CompositeProcessorImpl processors) {
        this.processors = processors;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        try {
            processors.service(mail);
        } catch (Error e) {
            throw new MessagingException("mail " + mail.getName() + " met an error", new Exception(e));
        }
    }
}
