package vn.vanthu.james.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import javax.mail.internet.InternetAddress;
import org.apache.mailet.Mail;

/** The addresses that a message shows as its senders. */
final class SenderHeaders {

    private static final List<String> NAMES = List.of("From", "Sender", "Resent-From", "Resent-Sender");

    private SenderHeaders() {}

    /** Every address of every such header, lower case; empty when one of them cannot be read with certainty. */
    static Optional<List<String>> of(Mail mail) {
        List<String> senders = new ArrayList<>();
        try {
            for (String name : NAMES) {
                String[] headers = mail.getMessage().getHeader(name);
                for (String header : headers == null ? new String[0] : headers) {
                    addresses(header, senders);
                }
            }
            return Optional.of(senders);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** The text of these headers, lower case. */
    static String raw(Mail mail) {
        try {
            StringBuilder text = new StringBuilder();
            for (String name : NAMES) {
                text.append(mail.getMessage().getHeader(name, " ")).append('\n');
            }
            return text.toString().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            throw new IllegalStateException("the headers cannot be read", e);
        }
    }

    private static void addresses(String header, List<String> senders) throws MessagingException {
        for (InternetAddress address : InternetAddress.parseHeader(header, true)) {
            if (address.isGroup()) {
                throw new MessagingException("a group as sender");
            }
            senders.add(address.getAddress().toLowerCase(Locale.ROOT));
        }
    }
}
