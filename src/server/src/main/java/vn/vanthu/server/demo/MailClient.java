package vn.vanthu.server.demo;

import com.sun.mail.smtp.SMTPTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.URLName;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import vn.vanthu.message.MessageReader;

/** Mail programs as the people of the demo use them: SMTP to send, IMAP to read, over TLS with the self-signed key. */
final class MailClient {

    private static final int MOST_HEADER_BYTES = 1_000_000;

    private final int portOffset;

    MailClient(int portOffset) {
        this.portOffset = portOffset;
    }

    /**
     * Sends raw bytes.
     *
     * @param login who logs in on the submission port; null for another server on port 25
     * @return the server's last reply
     */
    String send(@Nullable String login, String password, String sender, String recipient, String message) {
        Properties properties = trusting("smtp");
        properties.put("mail.smtp.from", sender);
        properties.put("mail.smtp.localhost", "demo.example");
        properties.put("mail.smtp.auth", String.valueOf(login != null));
        Session session = Session.getInstance(properties);
        int port = (login == null ? 25 : 587) + portOffset;
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp", "127.0.0.1", port, null, null, null));
        try {
            transport.connect("127.0.0.1", port, login, password);
            byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(bytes)),
                    new Address[] {new InternetAddress(recipient)});
            return transport.getLastServerResponse().strip();
        } catch (MessagingException e) {
            return transport.getLastServerResponse() == null
                    ? String.valueOf(e.getMessage())
                    : transport.getLastServerResponse().strip();
        } finally {
            close(transport);
        }
    }

    /** The subjects in an INBOX, as the mail program shows them. */
    List<String> subjects(String login, String password) throws MessagingException {
        Session session = Session.getInstance(trusting("imap"));
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", 143 + portOffset, login, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                subjects.add(subject(message));
            }
            return subjects;
        }
    }

    /** Where an answer to the newest message goes whose subject begins so; empty when there is none. */
    Optional<String> replyAddress(String login, String password, String beginning) throws MessagingException {
        Session session = Session.getInstance(trusting("imap"));
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", 143 + portOffset, login, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Optional<String> address = Optional.empty();
            for (Message message : inbox.getMessages()) {
                if (subject(message).startsWith(beginning)) {
                    address = Optional.of(((InternetAddress) message.getReplyTo()[0]).getAddress());
                }
            }
            return address;
        }
    }

    /** From the whole message: what IMAP tells of a header alone cannot carry raw 8-bit text. */
    private static String subject(Message message) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            message.writeTo(raw);
            return new MessageReader(MOST_HEADER_BYTES)
                    .header(new ByteArrayInputStream(raw.toByteArray()))
                    .subject();
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read", e);
        }
    }

    private static Properties trusting(String protocol) {
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".starttls.enable", "true");
        properties.put("mail." + protocol + ".ssl.trust", "*");
        properties.put("mail." + protocol + ".timeout", "60000");
        return properties;
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // the reply is known
        }
    }
}
