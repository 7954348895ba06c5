package vn.vanthu.approval;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/** Which mail that speaks for the agency may leave, recipient by recipient. Safe for many threads; durable on return. */
public interface Releases {

    /** By what right it leaves. */
    enum Ground {
        /** A leader approved these bytes for these recipients. */
        APPROVAL,
        /** A leader's own mail, from his own login. */
        OWN_MAIL,
        /** The document was approved before, for places named in it. */
        SENT_AGAIN,
        /** The gateway itself wrote it. */
        NOTICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For {@code sha256}: the bytes are the gateway's own and not known yet. */
    String ANY_BYTES = "";

    /**
     * Lets a mail go to these recipients, once for each.
     *
     * @param sha256 of the bytes that may leave, lower case hex, or {@link #ANY_BYTES}
     */
    void release(MailId mail, Collection<String> recipients, String sha256, Ground ground)
            throws RegisterUnavailableException;

    /** Whether these bytes may go to every one of these recipients now: released, and not delivered yet. */
    boolean isReleased(MailId mail, Collection<String> recipients, String sha256) throws RegisterUnavailableException;

    /** Whether a mail with one of these Message-IDs came from one of these addresses outside. */
    boolean cameFrom(Collection<String> senders, Collection<String> messageIds) throws RegisterUnavailableException;

    /** Those of the mails with these Message-IDs that were approved for every one of these recipients. */
    List<MailId> approvedFor(Collection<String> messageIds, Collection<String> recipients)
            throws RegisterUnavailableException;
}
