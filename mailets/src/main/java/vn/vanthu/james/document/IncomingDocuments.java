package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.command.Submitter;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.registration.CarryingMail;
import vn.vanthu.registration.ProvenSender;

/** Which mails bring documents for the book, and which documents these are. */
public final class IncomingDocuments {

    private final MailDocuments documents;
    private final MessageReader messages;
    private final Recipients recipients;

    @Inject
    public IncomingDocuments(MailDocuments documents, MessageReader messages, Recipients recipients) {
        this.documents = documents;
        this.messages = messages;
        this.recipients = recipients;
    }

    /**
     * The shared mailbox that a mail from outside came to, by its own address or by an alias or group of James's table, the
     * agency's before a unit's; empty for mail that is never
     * entered: from inside, to persons only, automatic, spam, from the null sender.
     */
    Optional<String> mailbox(Mail mail, Organization organization, boolean unitsToo) throws MessagingException {
        boolean fromOutside =
                SubmittedMail.of(mail).filter(from -> from.login().isEmpty()).isPresent();
        if (!fromOutside) {
            return Optional.empty();
        }
        List<Mailbox> shared = recipients.namedAndBehind(mail).stream()
                .flatMap(address -> organization.mailbox(address).stream())
                .filter(mailbox ->
                        mailbox.kind() == Mailbox.Kind.AGENCY || unitsToo && mailbox.kind() == Mailbox.Kind.UNIT)
                .sorted(java.util.Comparator.comparing(Mailbox::kind))
                .toList();
        return shared.isEmpty() || isNeverEntered(mail)
                ? Optional.empty()
                : Optional.of(shared.get(0).address());
    }

    private boolean isNeverEntered(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            MessageView header = messages.header(in);
            return Submitter.isAutomatic(header, Addresses.of(mail.getMaybeSender()))
                    || header.text("X-Spam-Flag").strip().equalsIgnoreCase("yes");
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    FoundDocuments documents(Mail mail) throws MessagingException {
        return FoundDocuments.of(documents.of(mail));
    }

    /** The mail as the rule about its documents looks at it. */
    CarryingMail carrying(Mail mail, ProvenSender sender) throws MessagingException {
        MailDocuments.Read read = documents.of(mail);
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return CarryingMail.of(messages.header(in), sender, read.parts(), read.documents());
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
