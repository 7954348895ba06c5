package vn.vanthu.james.held;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.question.Topic.NotToldException;

/** Puts a held mail back on its way: the stored bytes, the frozen envelope, and what SMTP knew of its sender. */
public final class ReleasedMail {

    /** The processor of approved mail: no rule alters it any more. */
    public static final String PROCESSOR = "release";

    private static final AttributeName MARK = AttributeName.of("vanthu.released");

    private final HeldMails held;
    private final MailetContext context;
    /** Those that went through in this run of the program, by mail and purpose; a second queue entry is a crash's doing. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Inject
    public ReleasedMail(HeldMails held, MailetContext context) {
        this.held = held;
        this.context = context;
    }

    /**
     * Queues it.
     *
     * @throws NotToldException when it cannot be queued now, or the stored bytes are not those that were held
     */
    public void queue(HeldMail mail) throws NotToldException {
        queue(mail, PROCESSOR);
    }

    /** Queues it for another processor than that of approved mail. */
    public void queue(HeldMail mail, String processor) throws NotToldException {
        Attribute mark = new Attribute(MARK, AttributeValue.of(mail.purpose().code()));
        String name = "release-" + mail.purpose().code() + "-" + mail.mailId();
        queue(mail, name, mail.envelope().recipients(), List.of(mark), processor);
    }

    /**
     * Queues it to one of its recipients in {@code root}, where every rule sees it again.
     *
     * @throws NotToldException when it cannot be queued now, or the stored bytes are not those that were held
     */
    public void queueAgain(HeldMail mail, String recipient) throws NotToldException {
        queue(mail, "again-" + mail.mailId() + "-" + recipient, List.of(recipient), List.of(), Mail.DEFAULT);
    }

    private void queue(HeldMail mail, String name, List<String> recipients, List<Attribute> marks, String processor)
            throws NotToldException {
        try {
            send(mail, name, recipients, marks, processor);
        } catch (MessagingException | IOException e) {
            throw new NotToldException("the mail " + mail.mailId() + " cannot be released now: " + e.getMessage(), e);
        }
    }

    private void send(HeldMail mail, String name, List<String> recipients, List<Attribute> marks, String processor)
            throws MessagingException, IOException {
        MailImpl.Builder builder = MailImpl.builder().name(name);
        if (!mail.envelope().sender().isEmpty()) {
            builder.sender(new MailAddress(mail.envelope().sender()));
        }
        for (MailAddress recipient : addresses(recipients)) {
            builder.addRecipient(recipient);
        }
        MailImpl released = builder.build();
        try (InputStream content = held.content(mail)) {
            released.setMessageContent(MimeMessageInputStreamSource.create(released.getName(), content));
            MailIds.keep(released, mail.mailId());
            HeldMail.Submission from = mail.submission();
            new SubmittedMail(from.login(), from.clientAddress(), from.received(), from.receivedAt())
                    .attachTo(released);
            marks.forEach(released::setAttribute);
            context.sendMail(released, processor);
        } finally {
            released.dispose();
        }
    }

    private static List<MailAddress> addresses(List<String> recipients) throws MessagingException {
        List<MailAddress> addresses = new ArrayList<>();
        for (String recipient : recipients) {
            addresses.add(new MailAddress(recipient));
        }
        return addresses;
    }

    /** Whether the same released mail was here before: a crash queued it twice, and the first one goes on. */
    public boolean isSecond(Mail mail) throws MessagingException {
        Optional<Attribute> purpose = mail.removeAttribute(MARK);
        return purpose.isPresent()
                && !seen.add(MailIds.of(mail).value() + " "
                        + purpose.get().getValue().value());
    }
}
