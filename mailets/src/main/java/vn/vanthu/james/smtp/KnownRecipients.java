package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.smtpserver.fastfail.ValidRcptHandler;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import vn.vanthu.james.Aliases;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.LiveOrganization;

/** Mail to us is taken for mailboxes, aliases, postmaster, abuse, and the service addresses with the key of a question. */
public final class KnownRecipients extends ValidRcptHandler {

    private final LiveOrganization organization;
    private final Aliases aliases;

    @Inject
    public KnownRecipients(
            UsersRepository users,
            RecipientRewriteTable table,
            DomainList domains,
            LiveOrganization organization,
            Aliases aliases) {
        super(users, table, domains);
        this.organization = organization;
        this.aliases = aliases;
    }

    @Override
    protected boolean isValidRecipient(SMTPSession session, MailAddress recipient)
            throws UsersRepositoryException, RecipientRewriteTableException {
        Agency agency = organization.get().agency();
        ServiceAddress address = ServiceAddress.of(recipient);
        return address.isAt(agency.registerAddress())
                || address.isAt(agency.noticesAddress())
                || aliases.isRole(recipient)
                || super.isValidRecipient(session, recipient);
    }
}
