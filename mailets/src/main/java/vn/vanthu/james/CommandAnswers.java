package vn.vanthu.james;

import com.google.inject.Inject;
import java.util.Date;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Attachment;
import vn.vanthu.command.Submitter;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.LiveOrganization;

/** Sends the answer to a command to the mailbox of the login that gave it, never to whom the mail names as sender. */
public final class CommandAnswers {

    private final LiveOrganization organization;
    private final NoticeLanguages languages;
    private final MailetContext context;

    @Inject
    public CommandAnswers(LiveOrganization organization, NoticeLanguages languages, MailetContext context) {
        this.organization = organization;
        this.languages = languages;
        this.context = context;
    }

    /** Queues the answer, from the null sender; done again for the same mail it is the same answer, delivered once. */
    public void send(Mail mail, Submitter submitter, Answer answer) throws MessagingException {
        MailImpl reply = MailImpl.builder()
                .name("answer-" + submitter.mailId() + (submitter.key().isEmpty() ? "" : "-" + submitter.key()))
                .addRecipient(new MailAddress(submitter.login()))
                .mimeMessage(message(mail, submitter, answer))
                .build();
        try {
            context.sendMail(reply);
        } finally {
            reply.dispose();
        }
    }

    private MimeMessage message(Mail mail, Submitter submitter, Answer answer) throws MessagingException {
        Agency agency = organization.get().agency();
        MimeMessage command = mail.getMessage();
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(agency.noticesAddress()));
        message.setRecipients(MimeMessage.RecipientType.TO, submitter.login());
        message.setHeader("Reply-To", replyTo(agency, mail, submitter));
        message.setSubject(subject(command), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-replied");
        String original = command.getMessageID();
        if (original != null) {
            message.setHeader("In-Reply-To", original);
            message.setHeader("References", original);
        }
        message.setSentDate(new Date());
        fill(message, languages.arrange(answer.text()) + "\nMã thư / mail id: " + submitter.mailId() + "\n", answer);
        message.saveChanges();
        return message;
    }

    /** Whoever replies to a help writes to where he got it from: to the question, or to the address without one. */
    private static String replyTo(Agency agency, Mail mail, Submitter submitter) {
        if (!submitter.key().isEmpty()) {
            return ServiceAddress.withKey(agency.noticesAddress(), submitter.key());
        }
        return isTo(agency.noticesAddress(), mail) ? agency.noticesAddress() : agency.registerAddress();
    }

    /** Whether nobody else gets it. */
    public static boolean isTo(String serviceAddress, Mail mail) {
        return mail.getRecipients().stream()
                .allMatch(recipient -> ServiceAddress.of(recipient).isAt(serviceAddress));
    }

    private static String subject(MimeMessage command) throws MessagingException {
        String subject = command.getSubject() == null
                ? ""
                : command.getSubject().replaceAll("\\s+", " ").strip();
        if (subject.isEmpty()) {
            return "Trả lời lệnh gửi sổ / answer of the register";
        }
        String reply = subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
        return reply.length() > 200 ? reply.substring(0, 200) : reply;
    }

    private static void fill(MimeMessage message, String text, Answer answer) throws MessagingException {
        String lines = text.replace("\n", "\r\n");
        if (answer.attachments().isEmpty()) {
            message.setText(lines, "UTF-8");
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(lines, "UTF-8");
        parts.addBodyPart(words);
        for (Attachment attachment : answer.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            file.setFileName(attachment.fileName());
            parts.addBodyPart(file);
        }
        message.setContent(parts);
    }
}
