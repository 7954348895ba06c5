package vn.vanthu.james;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import vn.vanthu.organization.Agency;

/** The bytes of a {@link Notice}. An attached original is not parsed, only carried, however large it is. */
final class NoticeMessage {

    private static final String ORIGINAL = "Content-Type: message/rfc822\r\n"
            + "Content-Disposition: attachment; filename=\"thu-goc.eml\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";

    private NoticeMessage() {}

    /** @param text in the languages that are wanted */
    static InputStream of(Notice notice, String text, Agency agency, Instant now)
            throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(agency.noticesAddress()));
        for (String recipient : notice.recipients()) {
            message.addRecipients(MimeMessage.RecipientType.TO, recipient);
        }
        if (!notice.key().isEmpty()) {
            message.setHeader("Reply-To", ServiceAddress.withKey(agency.noticesAddress(), notice.key()));
        }
        message.setSubject(notice.subject().replaceAll("[\\s\\p{Cntrl}]+", " "), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (notice.urgent()) {
            message.setHeader("X-Priority", "1");
            message.setHeader("Importance", "high");
        }
        message.setSentDate(Date.from(now));
        String lines = text.replace("\n", "\r\n");
        Notice.Original original = notice.original();
        if (original == null) {
            message.setText(lines, "UTF-8");
            return stream(message);
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(lines, "UTF-8");
        MimeMultipart parts = new MimeMultipart(words);
        message.setContent(parts);
        return with(stream(message).readAllBytes(), original.open());
    }

    private static InputStream stream(MimeMessage message) throws MessagingException, IOException {
        message.saveChanges();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Puts the original before the line that ends the multipart. */
    private static InputStream with(byte[] message, InputStream original) {
        String all = new String(message, StandardCharsets.ISO_8859_1).stripTrailing();
        int end = all.lastIndexOf("\r\n--");
        String closing = all.substring(end);
        String between = closing.substring(0, closing.length() - "--".length()) + "\r\n" + ORIGINAL;
        return new SequenceInputStream(Collections.enumeration(
                List.of(bytes(all.substring(0, end) + between), original, bytes(closing + "\r\n"))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
