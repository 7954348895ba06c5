package vn.vanthu.server.james;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.LargeMails;

/**
 * Keeps the spooler alive: an {@code Error} in a mailet (a stack overflow in a parser, a class that does not link) costs
 * James a spooler thread and leaves the mail unacknowledged, so that a few such mails stop all mail. Here it goes the way
 * of every failure: into the processor {@code error}, which records and keeps it for the admin. Large mails take turns.
 */
public final class GuardedMailProcessor implements MailProcessor {

    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedMailProcessor.class);

    private final CompositeProcessorImpl processors;
    private final LargeMails largeMails;

    @Inject
    public GuardedMailProcessor(CompositeProcessorImpl processors, LargeMails largeMails) {
        this.processors = processors;
        this.largeMails = largeMails;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        largeMails.inTurn(mail.getMessageSize(), () -> {
            guarded(mail);
            return mail;
        });
    }

    private void guarded(Mail mail) throws MessagingException {
        try {
            processors.service(mail);
        } catch (Error e) {
            LOGGER.error("mail {} met an error and is kept", mail.getName(), e);
            keep(mail, e);
        }
    }

    private void keep(Mail mail, Error error) throws MessagingException {
        try {
            mail.setErrorMessage(error.toString());
            mail.setState(Mail.ERROR);
            processors.service(mail);
        } catch (Error e) {
            throw new MessagingException("mail " + mail.getName() + " met an error", new Exception(e));
        }
    }
}
