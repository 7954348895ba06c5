package vn.vanthu.james;

import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.message.MailId;

/** The id of a mail: in an attribute while James carries it, in a header for everybody else. */
public final class MailIds {

    /** The header that shows the id to people and outlives James's attributes. */
    public static final String HEADER = "X-VanThu-Id";

    private static final AttributeName ATTRIBUTE = AttributeName.of("vanthu.id");

    private MailIds() {}

    /**
     * The mail's id. A mail that has none yet gets the one that follows from its name, so that a replay after a crash
     * gets the same.
     */
    public static MailId assign(Mail mail) {
        String known = attribute(mail);
        MailId id = known == null ? MailId.ofMailName(mail.getName()) : new MailId(known);
        mail.setAttribute(new Attribute(ATTRIBUTE, AttributeValue.of(id.value())));
        return id;
    }

    /** Gives a mail that is put together anew the id that it had. */
    public static void keep(Mail mail, MailId id) {
        mail.setAttribute(new Attribute(ATTRIBUTE, AttributeValue.of(id.value())));
    }

    /**
     * The id of a mail that went through {@code RecordMail}; the header serves where James dropped the attributes.
     *
     * @throws MessagingException when the mail never went through {@code RecordMail}, or its header cannot be read
     */
    public static MailId of(Mail mail) throws MessagingException {
        return find(mail)
                .orElseThrow(() -> new MessagingException(
                        "mail " + mail.getName() + " has no VanThu id: RecordMail must come first"));
    }

    /** As {@link #of}; empty when the mail never went through {@code RecordMail}. */
    public static Optional<MailId> find(Mail mail) throws MessagingException {
        String known = attribute(mail);
        if (known != null) {
            return Optional.of(new MailId(known));
        }
        String header = mail.getMessage().getHeader(HEADER, null);
        return Optional.ofNullable(header)
                .map(String::trim)
                .filter(MailId::isMailId)
                .map(MailId::new);
    }

    private static @org.jspecify.annotations.Nullable String attribute(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, ATTRIBUTE, String.class)
                .filter(MailId::isMailId)
                .orElse(null);
    }
}
