package vn.vanthu.acceptance.harness;

import com.sun.mail.iap.ConnectionException;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLSocketFactory;

/** A person's mail program (Jakarta Mail): IMAP and submission, each with STARTTLS or TLS from the first byte. */
public final class MailClient {

    /** How the connection is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    private static final String PATIENCE_MS = "300000";

    private final Ports ports;
    private final Properties properties = new Properties();
    private final Security security;
    private final String login;
    private final String password;

    MailClient(Ports ports, SSLSocketFactory trust, Security security, String login, String password) {
        this.ports = ports;
        this.security = security;
        this.login = login;
        this.password = password;
        for (String protocol : new String[] {"mail.imap", "mail.smtp"}) {
            properties.put(protocol + ".ssl.socketFactory", trust);
            properties.put(protocol + ".ssl.enable", String.valueOf(security == Security.TLS));
            properties.put(protocol + ".starttls.enable", String.valueOf(security == Security.STARTTLS));
            properties.put(protocol + ".starttls.required", String.valueOf(security == Security.STARTTLS));
            properties.put(protocol + ".timeout", PATIENCE_MS);
            properties.put(protocol + ".connectiontimeout", PATIENCE_MS);
        }
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.allow8bitmime", "true");
        properties.put("mail.imap.partialfetch", "false");
    }

    /** As a client of another loopback address: failed logins are counted by address. */
    public MailClient at(String clientAddress) {
        properties.put("mail.imap.localaddress", clientAddress);
        properties.put("mail.smtp.localaddress", clientAddress);
        return this;
    }

    /** @throws MessagingException with the server's words when it refuses */
    public void send(Letter letter, String... recipients) throws MessagingException {
        properties.put("mail.smtp.from", letter.sender());
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(letter.bytes()));
        Address[] to = Arrays.stream(recipients).map(MailClient::address).toArray(Address[]::new);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", ports.at(security == Security.TLS ? 465 : 587), login, password);
            transport.sendMessage(message, to);
        }
    }

    /**
     * Opens the INBOX. James makes a person's folders at the first login, and may drop the connection when another gateway
     * on the same store is in its way; this client connects again then, once, as mail programs do.
     */
    public Mailbox open() throws MessagingException {
        try {
            return connected();
        } catch (MessagingException e) {
            if (e.getCause() instanceof ConnectionException) {
                return connected();
            }
            throw e;
        }
    }

    private Mailbox connected() throws MessagingException {
        Store store = Session.getInstance(properties).getStore("imap");
        try {
            store.connect("127.0.0.1", ports.at(security == Security.TLS ? 993 : 143), login, password);
            return Mailbox.of(store);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    private static Address address(String text) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        return address;
    }
}
