package vn.vanthu.james;

import java.time.Instant;
import java.util.Optional;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.held.HeldMail;
import vn.vanthu.message.Fingerprint;

/**
 * What the SMTP dialogue knew of a mail, carried with it into the spool: the message itself does not tell.
 *
 * @param login the account that submitted it, a full address; empty on port 25
 * @param clientAddress IP address of the client
 * @param fingerprint of the bytes after DATA, taken as they came: James's own parser changes some messages
 * @param receivedAt when DATA ended
 */
public record SubmittedMail(String login, String clientAddress, Fingerprint fingerprint, Instant receivedAt) {

    private static final AttributeName LOGIN = AttributeName.of("vanthu.login");
    private static final AttributeName CLIENT = AttributeName.of("vanthu.client");
    private static final AttributeName SHA256 = AttributeName.of("vanthu.sha256");
    private static final AttributeName SIZE = AttributeName.of("vanthu.size");
    private static final AttributeName RECEIVED = AttributeName.of("vanthu.received");

    /** Writes these facts onto the mail. */
    public void attachTo(Mail mail) {
        mail.setAttribute(new Attribute(LOGIN, AttributeValue.of(login)));
        mail.setAttribute(new Attribute(CLIENT, AttributeValue.of(clientAddress)));
        mail.setAttribute(new Attribute(SHA256, AttributeValue.of(fingerprint.sha256())));
        mail.setAttribute(new Attribute(SIZE, AttributeValue.of(fingerprint.size())));
        mail.setAttribute(new Attribute(RECEIVED, AttributeValue.of(receivedAt.toString())));
    }

    /** The facts of a mail; empty for one that was made inside the gateway. */
    public static Optional<SubmittedMail> of(Mail mail) {
        return text(mail, LOGIN)
                .map(login -> new SubmittedMail(
                        login,
                        text(mail, CLIENT).orElse(""),
                        new Fingerprint(
                                text(mail, SHA256).orElseThrow(),
                                AttributeUtils.getValueAndCastFromMail(mail, SIZE, Long.class)
                                        .orElseThrow()),
                        Instant.parse(text(mail, RECEIVED).orElseThrow())));
    }

    /** The same facts, as they are kept with a held mail. */
    public HeldMail.Submission asHeld() {
        return new HeldMail.Submission(login, clientAddress, fingerprint, receivedAt);
    }

    private static Optional<String> text(Mail mail, AttributeName name) {
        return AttributeUtils.getValueAndCastFromMail(mail, name, String.class);
    }
}
