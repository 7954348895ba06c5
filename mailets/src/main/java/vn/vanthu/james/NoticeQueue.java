package vn.vanthu.james;

import com.google.inject.Inject;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.MailetContext;
import vn.vanthu.approval.Releases;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.RegisterUnavailableException;

/** Where the gateway's own mails enter the spool. */
final class NoticeQueue {

    private final LiveOrganization organization;
    private final Releases releases;
    private final MailetContext context;

    @Inject
    NoticeQueue(LiveOrganization organization, Releases releases, MailetContext context) {
        this.organization = organization;
        this.releases = releases;
        this.context = context;
    }

    /**
     * Queues a notice; under the same name it is delivered once. One that goes to the outside gets its release first: it
     * may name the agency, or quote what looks like the agency's own mail, and nobody approves it.
     *
     * @throws MessagingException when it cannot be queued, or its release cannot be recorded, now
     */
    void add(MailImpl notice) throws MessagingException {
        List<String> recipients =
                notice.getRecipients().stream().map(Addresses::of).toList();
        try {
            if (!recipients.stream().allMatch(organization.get()::isInside)) {
                MailId id = MailId.ofMailName(notice.getName());
                releases.release(id, recipients, Releases.ANY_BYTES, Releases.Ground.NOTICE);
            }
            context.sendMail(notice);
        } catch (RegisterUnavailableException e) {
            throw new MessagingException("the notice " + notice.getName() + " cannot be recorded now", e);
        }
    }
}
