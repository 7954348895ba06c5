package vn.vanthu.acceptance.harness;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/** Runs in the gateway: a mail stops here, as {@code mailetcontainer.xml} of a test says, until it may go on. */
public final class PausingMailet extends GenericMailet {

    /** How the configuration of a test names it. */
    public static String stoppingAt(String header) {
        return "<mailet match=\"All\" class=\"" + PausingMailet.class.getName() + "\"><header>" + header
                + "</header></mailet>";
    }

    /** A message with the header waits as long as the file that it names is there; the file {@code .met} tells of it. */
    @Override
    public void service(Mail mail) throws MessagingException {
        String[] file = mail.getMessage().getHeader(getInitParameter("header"));
        if (file == null || !Files.exists(Path.of(file[0].strip()))) {
            return;
        }
        try {
            Files.writeString(metBy(Path.of(file[0].strip())), mail.getName());
        } catch (java.io.IOException e) {
            throw new MessagingException("the test's file cannot be written", e);
        }
        await().atMost(Duration.ofMinutes(5)).until(() -> !Files.exists(Path.of(file[0].strip())));
    }

    /** The file that is there once a mail waits for the other. */
    public static Path metBy(Path file) {
        return file.resolveSibling(file.getFileName() + ".met");
    }
}
