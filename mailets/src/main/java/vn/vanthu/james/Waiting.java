package vn.vanthu.james;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Lets a mail wait for something that may pass, without limit: it goes back into the spool, in the state it had, with a
 * delay that grows to five minutes. (James's own {@code propagate} tries five times at once and gives up.)
 */
public final class Waiting {

    private static final Logger LOGGER = LoggerFactory.getLogger(Waiting.class);
    private static final AttributeName TRIES = AttributeName.of("vanthu.waits");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What needs the register, or James's own data. */
    @FunctionalInterface
    public interface Step {
        void run() throws RegisterUnavailableException, MessagingException;
    }

    private Waiting() {}

    /**
     * Runs a step; when the register or James's own data is not there, the mail comes back to the same processor later.
     *
     * @return whether the step was done; if not, the mail must not go on
     */
    public static boolean orLater(Mail mail, MailetContext context, Step step) throws MessagingException {
        try {
            step.run();
            return true;
        } catch (RegisterUnavailableException | StoreUnavailableException e) {
            comeBack(mail, context, e);
            return false;
        }
    }

    /** Puts the mail back into the spool, in its present state, and takes it out of this round. */
    public static void comeBack(Mail mail, MailetContext context, Throwable cause) throws MessagingException {
        int tries = AttributeUtils.getValueAndCastFromMail(mail, TRIES, Integer.class)
                        .orElse(0)
                + 1;
        Duration delay = delayOf(tries);
        LOGGER.warn(
                "mail {} waits {} s (try {}): {}: {}",
                mail.getName(),
                delay.toSeconds(),
                tries,
                cause.getMessage(),
                Throwables.getRootCause(cause).toString());
        FirstPass.clear(mail);
        ExactBytes.fix(mail);
        mail.setAttribute(new Attribute(TRIES, AttributeValue.of(tries)));
        context.sendMail(mail, mail.getState(), delay.toMillis(), TimeUnit.MILLISECONDS);
        mail.setState(Mail.GHOST);
    }

    static Duration delayOf(int tries) {
        Duration grown = Duration.ofSeconds(2L << Math.min(tries - 1, 10));
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }
}
