package vn.vanthu.james.relay;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import vn.vanthu.james.relay.RecipientResult.Kind;

/** One SMTP conversation: sends one message to one server and tells what became of each recipient. */
final class SmtpClient {

    /** RFC 4954: a wrong login at the smarthost is a matter of the configuration; no mail goes back for it. */
    private static final Set<Integer> LOGIN_FAILURES = Set.of(530, 534, 535, 538);

    private static final String CONNECT_TIMEOUT_MS = "30000";
    private static final String READ_TIMEOUT_MS = "300000";

    private final RelaySettings settings;
    /** One a worker: a session looks for providers in every jar, which took a quarter of a relayed mail's CPU time. */
    private final ThreadLocal<Session> sessions;

    SmtpClient(RelaySettings settings) {
        this.settings = settings;
        this.sessions = ThreadLocal.withInitial(() -> Session.getInstance(properties(settings)));
    }

    /** @param sender the envelope sender, {@code <>} for the null sender */
    List<RecipientResult> send(MimeMessage message, String sender, List<String> recipients, RemoteHost host) {
        Session session = sessions.get();
        session.getProperties().setProperty("mail.smtp.from", sender);
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", host.address(), host.port(), null, null, null));
        Address[] addresses = addresses(recipients);
        try {
            connect(transport, host);
            transport.sendMessage(message, addresses);
            return all(recipients, Kind.RELAYED, host, transport.getLastServerResponse());
        } catch (MessagingException e) {
            return results(recipients, host, transport, e);
        } finally {
            quit(transport);
        }
    }

    private void connect(SMTPTransport transport, RemoteHost host) throws MessagingException {
        RelaySettings.@Nullable Smarthost smarthost = settings.smarthost();
        String user = smarthost == null ? null : smarthost.user();
        String password = smarthost == null ? null : smarthost.password();
        transport.connect(host.address(), host.port(), user, password);
    }

    private static Properties properties(RelaySettings settings) {
        RelaySettings.@Nullable Smarthost smarthost = settings.smarthost();
        RelaySettings.Tls tls = smarthost == null ? RelaySettings.Tls.OPPORTUNISTIC : smarthost.tls();
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", settings.heloName());
        properties.put("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MS);
        properties.put("mail.smtp.timeout", READ_TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", READ_TIMEOUT_MS);
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.reportsuccess", "true");
        properties.put("mail.smtp.auth", String.valueOf(smarthost != null && smarthost.user() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls == RelaySettings.Tls.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(tls == RelaySettings.Tls.STARTTLS));
        if (tls == RelaySettings.Tls.OPPORTUNISTIC) {
            // Encryption without identity is better than none (RFC 7435), and there is no password to lose.
            properties.put("mail.smtp.ssl.trust", "*");
        } else {
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
        }
        return properties;
    }

    /** With {@code reportsuccess} even a good end comes as an exception, whose chain tells of each address. */
    private List<RecipientResult> results(
            List<String> recipients, RemoteHost host, SMTPTransport transport, MessagingException failure) {
        if (!(failure instanceof SendFailedException)) {
            return all(recipients, kindOf(codeOf(failure, transport)), host, reasonOf(failure));
        }
        SendFailedException outcome = (SendFailedException) failure;
        Map<String, RecipientResult> byAddress = new LinkedHashMap<>();
        String end = textOf(transport.getLastServerResponse());
        for (Address sent : orEmpty(outcome.getValidSentAddresses())) {
            put(byAddress, new RecipientResult(key(sent), Kind.RELAYED, host.text(), end));
        }
        for (Exception next = outcome;
                next instanceof MessagingException;
                next = ((MessagingException) next).getNextException()) {
            addressFailure(next, host, byAddress);
        }
        RecipientResult rest = restOf(outcome, host, end);
        for (String recipient : recipients) {
            byAddress.putIfAbsent(recipient, new RecipientResult(recipient, rest.kind(), rest.host(), rest.reply()));
        }
        return List.copyOf(byAddress.values());
    }

    private void addressFailure(Exception link, RemoteHost host, Map<String, RecipientResult> byAddress) {
        if (link instanceof SMTPAddressFailedException failed) {
            put(
                    byAddress,
                    new RecipientResult(
                            key(failed.getAddress()),
                            kindOf(failed.getReturnCode()),
                            host.text(),
                            textOf(failed.getMessage())));
        }
    }

    /** What holds for recipients of whom nothing else is known: the answer to MAIL or to the end of DATA. */
    private RecipientResult restOf(SendFailedException outcome, RemoteHost host, String end) {
        if (outcome instanceof SMTPSendFailedException failed) {
            return new RecipientResult("", kindOf(failed.getReturnCode()), host.text(), textOf(failed.getMessage()));
        }
        return new RecipientResult(
                "", Kind.FAILED_FOR_NOW, host.text(), end.isEmpty() ? textOf(outcome.getMessage()) : end);
    }

    private static void put(Map<String, RecipientResult> byAddress, RecipientResult result) {
        byAddress.putIfAbsent(result.recipient(), result);
    }

    private static List<RecipientResult> all(List<String> recipients, Kind kind, RemoteHost host, String reply) {
        return recipients.stream()
                .map(recipient -> new RecipientResult(recipient, kind, host.text(), textOf(reply)))
                .toList();
    }

    /** The code of the last reply where the failure is the server's word; 0 where it is the network's. */
    private static int codeOf(MessagingException failure, SMTPTransport transport) {
        boolean network = failure.getNextException() instanceof java.io.IOException;
        return network ? 0 : transport.getLastReturnCode();
    }

    private Kind kindOf(int code) {
        boolean knowsUsNot = settings.smarthost() != null && LOGIN_FAILURES.contains(code);
        return code >= 500 && code < 600 && !knowsUsNot ? Kind.REFUSED : Kind.FAILED_FOR_NOW;
    }

    private static String reasonOf(MessagingException failure) {
        Exception cause = failure.getNextException();
        return cause == null
                ? textOf(failure.getMessage())
                : textOf(failure.getMessage()) + " (" + cause.getMessage() + ")";
    }

    private static String textOf(@Nullable String reply) {
        return reply == null ? "" : reply.strip();
    }

    private static Address[] orEmpty(Address @Nullable [] addresses) {
        return addresses == null ? new Address[0] : addresses;
    }

    private static String key(Address address) {
        return ((InternetAddress) address).getAddress();
    }

    private static Address[] addresses(List<String> recipients) {
        List<Address> addresses = new ArrayList<>();
        for (String recipient : recipients) {
            InternetAddress address = new InternetAddress();
            address.setAddress(recipient);
            addresses.add(address);
        }
        return addresses.toArray(new Address[0]);
    }

    private static void quit(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The mail's fate is known; a connection that dies in QUIT changes nothing (RFC 5321, 4.1.1.10).
        }
    }
}
