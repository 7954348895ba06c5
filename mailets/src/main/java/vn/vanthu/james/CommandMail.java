package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
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

    /** Where the mail came from; empty for one that was made inside the gateway. */
    public Optional<Submitter> submitter(MailId id, Mail mail) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        if (submitted.isEmpty()) {
            return Optional.empty();
        }
        boolean automatic = Submitter.isAutomatic(header(mail), Addresses.of(mail.getMaybeSender()));
        String key = mail.getRecipients().stream()
                .map(recipient -> ServiceAddress.of(recipient).key())
                .findFirst()
                .orElse("");
        return Optional.of(
                new Submitter(submitted.get().login(), id, submitted.get().receivedAt(), automatic, key));
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
