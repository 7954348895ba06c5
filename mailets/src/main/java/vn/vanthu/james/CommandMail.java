package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.text.PlainBody;

/** Reads a James mail as a command: who gives it, and what he typed. */
public final class CommandMail {

    private final MessageReader messages;

    @Inject
    public CommandMail(MessageReader messages) {
        this.messages = messages;
    }

    /**
     * Where the mail came from: once for each question that it answers, which may be several, or once without a key; empty
     * for a mail that was made inside the gateway.
     */
    public List<Submitter> submitters(MailId id, Mail mail) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        if (submitted.isEmpty()) {
            return List.of();
        }
        boolean automatic = Submitter.isAutomatic(header(mail), Addresses.of(mail.getMaybeSender()));
        String login = submitted.get().login();
        Instant receivedAt = submitted.get().receivedAt();
        return keys(mail).stream()
                .map(key -> new Submitter(login, id, receivedAt, automatic, key))
                .toList();
    }

    /** Beside a question's address the bare one is only a copy. */
    private static List<String> keys(Mail mail) {
        List<String> keys = mail.getRecipients().stream()
                .map(recipient -> ServiceAddress.of(recipient).key())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        return keys.isEmpty() ? List.of("") : keys;
    }

    public MailCommand command(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return MailCommand.read(PlainBody.of(in));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private MessageView header(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static MessagingException unreadable(IOException e) {
        return new MessagingException("the message cannot be read from the spool", e);
    }
}
