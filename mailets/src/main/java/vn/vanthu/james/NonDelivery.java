package vn.vanthu.james;

import com.google.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;

/**
 * Tells the sender of a mail that it did not arrive: in Vietnamese, English below, with the machine-readable part of RFC
 * 3464. Never in answer to the null sender, and always with it, so that notices never answer each other.
 */
public final class NonDelivery {

    /**
     * Why one recipient was not reached.
     *
     * @param status RFC 3463 code
     * @param reply what the server said
     */
    public record Failure(String recipient, String status, String reply) {}

    private final LiveOrganization organization;
    private final NoticeQueue queue;
    private final NoticeLanguages languages;

    @Inject
    NonDelivery(LiveOrganization organization, NoticeQueue queue, NoticeLanguages languages) {
        this.organization = organization;
        this.queue = queue;
        this.languages = languages;
    }

    /**
     * Queues the notice; done again for the same mail and recipients it is the same mail, which the register delivers
     * once. Does nothing when there is no failure or no sender.
     *
     * @throws MessagingException when the notice could not be queued
     */
    public void tellSender(Mail mail, List<Failure> failures) throws MessagingException {
        if (failures.isEmpty() || !mail.hasSender()) {
            return;
        }
        MailAddress sender = mail.getMaybeSender().get();
        MailImpl notice = MailImpl.builder()
                .name("bounce-" + mail.getName() + "-" + recipientsHash(failures))
                .addRecipient(sender)
                .mimeMessage(message(mail, MailIds.of(mail), sender, failures))
                .build();
        try {
            queue.add(notice);
        } finally {
            notice.dispose();
        }
    }

    private static String recipientsHash(List<Failure> failures) {
        String recipients = failures.stream().map(Failure::recipient).sorted().collect(Collectors.joining(","));
        return MailId.ofMailName(recipients).value();
    }

    private MimeMessage message(Mail mail, MailId id, MailAddress sender, List<Failure> failures)
            throws MessagingException {
        MimeMultipart report = new MimeMultipart("report; report-type=delivery-status");
        report.addBodyPart(text(id, failures));
        report.addBodyPart(part("message/delivery-status", status(failures)));
        report.addBodyPart(part("text/rfc822-headers", originalHeaders(mail)));
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(organization.get().agency().noticesAddress()));
        message.setRecipients(MimeMessage.RecipientType.TO, sender.asString());
        message.setSubject("Thư không gửi đến được / Undelivered mail", "UTF-8");
        message.setHeader("Auto-Submitted", "auto-replied");
        String references = mail.getMessage().getMessageID();
        if (references != null) {
            message.setHeader("In-Reply-To", references);
            message.setHeader("References", references);
        }
        message.setSentDate(new Date());
        message.setContent(report);
        message.saveChanges();
        return message;
    }

    private MimeBodyPart text(MailId id, List<Failure> failures) throws MessagingException {
        String list = failures.stream()
                .map(failure -> "  " + failure.recipient() + "\n      " + failure.reply())
                .collect(Collectors.joining("\n"));
        String body = "Thư của anh/chị không đến được những địa chỉ dưới đây. Hệ thống sẽ không gửi lại.\n\n"
                + list + "\n\n"
                + "Việc cần làm: kiểm tra lại địa chỉ người nhận rồi gửi lại thư; nếu vẫn không được, báo cho quản trị"
                + " hệ thống kèm mã thư " + id + ".\n\n"
                + "--\nYour mail did not reach these addresses and will not be tried again:\n\n"
                + list + "\n\n"
                + "Check the addresses and send it again; if that fails, tell your administrator the mail id " + id
                + ".\n";
        MimeBodyPart part = new MimeBodyPart();
        part.setText(languages.arrange(body).replaceAll("\\R", "\r\n"), "UTF-8");
        return part;
    }

    private static String status(List<Failure> failures) {
        return "Reporting-MTA: dns; vanthu\r\n\r\n"
                + failures.stream()
                        .map(failure ->
                                "Final-Recipient: rfc822; " + failure.recipient() + "\r\nAction: failed\r\nStatus: "
                                        + failure.status() + "\r\nDiagnostic-Code: smtp; "
                                        + failure.reply().replaceAll("\\s+", " ") + "\r\n")
                        .collect(Collectors.joining("\r\n"));
    }

    private static MimeBodyPart part(String type, String content) throws MessagingException {
        javax.mail.internet.InternetHeaders headers = new javax.mail.internet.InternetHeaders();
        headers.setHeader("Content-Type", type);
        return new MimeBodyPart(headers, content.getBytes(StandardCharsets.UTF_8));
    }

    /** At most 16 KB of the original's header lines, as they came. */
    private static String originalHeaders(Mail mail) throws MessagingException {
        try (MimeMessageInputStream in = new MimeMessageInputStream(mail.getMessage())) {
            String start = new String(in.readNBytes(16 * 1024), StandardCharsets.ISO_8859_1);
            int end = start.indexOf("\r\n\r\n");
            String headers = end < 0 ? start : start.substring(0, end + 2);
            return headers.replaceAll("[^\\x00-\\x7F]", "?");
        } catch (java.io.IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
