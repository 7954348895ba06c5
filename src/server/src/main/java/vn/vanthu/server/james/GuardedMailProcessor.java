package vn.vanthu.server.james;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.inject.Inject;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.james.mailetcontainer.lib.AbstractStateMailetProcessor;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.LargeMails;
import vn.vanthu.james.Outage;
import vn.vanthu.james.Waiting;

/**
 * Keeps the spooler alive: an {@code Error} in a mailet (a stack overflow in a parser, a class that does not link) costs
 * James a spooler thread and leaves the mail unacknowledged, so that a few such mails stop all mail. Here it goes the way
 * of every failure: into the processor {@code error}, which records and keeps it for the admin. Only where a matcher or a
 * mailet failed because a database is away, the mail comes back to the processor where it was. Large mails take turns.
 */
public final class GuardedMailProcessor implements MailProcessor {

    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedMailProcessor.class);

    private final CompositeProcessorImpl processors;
    private final MailetContext context;
    private final LargeMails largeMails;
    /** James makes its processors after this. */
    private final Supplier<CompositeProcessorImpl> watched = Suppliers.memoize(this::watched);

    @Inject
    public GuardedMailProcessor(CompositeProcessorImpl processors, MailetContext context, LargeMails largeMails) {
        this.processors = processors;
        this.context = context;
        this.largeMails = largeMails;
    }

    /** Each processor hands a mail that it is done with to the next through here. */
    private CompositeProcessorImpl watched() {
        for (String state : processors.getProcessorStates()) {
            if (processors.getProcessor(state) instanceof AbstractStateMailetProcessor processor) {
                processor.setRootMailProcessor(mail -> handOver(state, mail));
            }
        }
        return processors;
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
            watched.get().service(mail);
        } catch (Error e) {
            LOGGER.error("mail {} met an error and is kept", mail.getName(), e);
            keep(mail, e);
        }
    }

    private void handOver(String from, Mail mail) throws MessagingException {
        Optional<Throwable> outage = failureOf(mail).filter(Outage::isBehind);
        if (outage.isEmpty()) {
            processors.service(mail);
            return;
        }
        mail.removeAttribute(Mail.MAILET_ERROR);
        mail.setErrorMessage("");
        mail.setState(from);
        Waiting.comeBack(mail, context, outage.get());
    }

    /** What James wrote down when it gave the mail up. */
    private static Optional<Throwable> failureOf(Mail mail) {
        return Mail.ERROR.equals(mail.getState())
                ? AttributeUtils.getValueAndCastFromMail(mail, Mail.MAILET_ERROR, Throwable.class)
                : Optional.empty();
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
