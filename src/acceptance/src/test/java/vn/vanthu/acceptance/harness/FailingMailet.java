package vn.vanthu.acceptance.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/** Runs in the gateway: a parser that meets a message too deep for it, as {@code mailetcontainer.xml} of a test says. */
public final class FailingMailet extends GenericMailet {

    /** Messages with this header are too much, as long as the file that it names is there. */
    public static final String HEADER = "X-Too-Deep";

    @Override
    public void service(Mail mail) throws MessagingException {
        String[] file = mail.getMessage().getHeader(HEADER);
        if (file != null && Files.exists(Path.of(file[0].strip()))) {
            throw new StackOverflowError("a test's message");
        }
    }
}
