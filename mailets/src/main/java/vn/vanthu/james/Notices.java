package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Topic.NotToldException;

/** Tells our people what was decided, and asks them: in Vietnamese, with the clause, English below, or as {@link NoticeLanguages} says. */
public final class Notices {

    private final LiveOrganization organization;
    private final NoticeQueue queue;
    private final NoticeLanguages languages;
    private final Clock clock;

    @Inject
    Notices(LiveOrganization organization, NoticeQueue queue, NoticeLanguages languages, Clock clock) {
        this.organization = organization;
        this.queue = queue;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * Queues the notice, from the null sender; done again for the same decision it is the same mail. A mail without a
     * sender gets none.
     *
     * @param english one or two sentences
     */
    public void tellSender(Mail mail, Reason reason, String english) throws MessagingException {
        if (!mail.hasSender()) {
            return;
        }
        MailAddress sender = mail.getMaybeSender().get();
        MailImpl notice = MailImpl.builder()
                .name("notice-" + reason.code() + "-" + mail.getName())
                .addRecipient(sender)
                .mimeMessage(message(mail, sender, reason, english))
                .build();
        try {
            queue.add(notice);
        } finally {
            notice.dispose();
        }
    }

    /**
     * Queues a notice to some of our people that answers no mail.
     *
     * @param name by which it is the same notice when it is sent again: it is delivered once
     * @param text Vietnamese, English below
     */
    public void tell(String name, Collection<String> addresses, String subject, String text) throws MessagingException {
        tell(Notice.of(name, List.copyOf(addresses), subject, text));
    }

    /** Queues a notice, from the null sender; sent again under the same name it is delivered once. */
    public void tell(Notice notice) throws MessagingException {
        // James makes a file of a mail's name when the mail is large.
        String name = notice.name().replace('/', '.');
        MailImpl.Builder builder = MailImpl.builder().name(name);
        for (String address : notice.recipients()) {
            builder.addRecipient(new MailAddress(address));
        }
        MailImpl mail = builder.build();
        String text = languages.arrange(notice.text());
        try (InputStream message =
                NoticeMessage.of(notice, text, organization.get().agency(), clock.instant())) {
            mail.setMessageContent(MimeMessageInputStreamSource.create(name, message));
            queue.add(mail);
        } catch (IOException e) {
            throw new MessagingException("the notice " + notice.name() + " cannot be made", e);
        } finally {
            mail.dispose();
        }
    }

    /**
     * The same, for those who ask questions.
     *
     * @throws NotToldException when it cannot be queued now: they try again
     */
    public void tellOrThrow(Notice notice) throws NotToldException {
        try {
            tell(notice);
        } catch (MessagingException e) {
            throw new NotToldException("the notice " + notice.name() + " cannot be queued now: " + e.getMessage(), e);
        }
    }

    private MimeMessage message(Mail mail, MailAddress sender, Reason reason, String english)
            throws MessagingException {
        String id = MailIds.of(mail).value();
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(organization.get().agency().noticesAddress()));
        message.setRecipients(MimeMessage.RecipientType.TO, sender.asString());
        message.setSubject("Thư chưa được gửi / mail not sent (" + id + ")", "UTF-8");
        message.setHeader("Auto-Submitted", "auto-replied");
        String original = mail.getMessage().getMessageID();
        if (original != null) {
            message.setHeader("In-Reply-To", original);
        }
        message.setSentDate(new Date());
        String text = reason.text() + "\n\nCăn cứ: " + reason.clause() + " của Quy chế. Mã thư: " + id + "\n\n--\n"
                + english + " Mail id: " + id + "\n";
        message.setText(languages.arrange(text).replace("\n", "\r\n"), "UTF-8");
        message.saveChanges();
        return message;
    }
}
