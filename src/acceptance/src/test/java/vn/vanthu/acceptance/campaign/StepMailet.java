package vn.vanthu.acceptance.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/** Runs in the gateway before each of its steps: ends the process there, as SIGKILL would, when the campaign wants it. */
public final class StepMailet extends GenericMailet {

    private Path trigger = Path.of("");

    @Override
    public void init() {
        trigger = Path.of(getInitParameter("trigger"));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        try {
            // Whoever deletes it is the one that dies.
            if (Files.exists(trigger) && Files.deleteIfExists(trigger)) {
                Runtime.getRuntime().halt(137);
            }
        } catch (IOException e) {
            throw new MessagingException("the trigger cannot be deleted", e);
        }
    }
}
