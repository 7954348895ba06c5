package vn.vanthu.james;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTable.ErrorMappingException;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.mailet.Mail;
import vn.vanthu.organization.LiveOrganization;

/**
 * Who stands behind the recipients of a mail: aliases, groups and forwards expanded, before delivery does it. As there, a
 * mailbox is never forwarded to the outside.
 */
public final class Recipients {

    private final RecipientRewriteTable aliases;

    @Inject
    public Recipients(RecipientRewriteTable table, DomainList domains, LiveOrganization organization) {
        this.aliases = InsideForwards.of(table, domains, organization);
    }

    /** The recipients behind aliases, groups and forwards, each once. */
    public List<String> behind(Mail mail) throws MessagingException {
        Set<String> all = new LinkedHashSet<>();
        for (MailAddress recipient : mail.getRecipients()) {
            all.addAll(behind(recipient));
        }
        return List.copyOf(all);
    }

    /** Those of the envelope, and those behind them, each once: for rules that ask which mailboxes a mail comes to. */
    public List<String> namedAndBehind(Mail mail) throws MessagingException {
        Set<String> all = new LinkedHashSet<>();
        mail.getRecipients().stream().map(Addresses::of).forEach(all::add);
        all.addAll(behind(mail));
        return List.copyOf(all);
    }

    /** Those behind one recipient; itself when nobody stands behind it. */
    public List<String> behind(MailAddress recipient) throws MessagingException {
        try {
            return expanded(recipient);
        } catch (ErrorMappingException e) {
            // Delivery itself refuses such a recipient.
            return List.of(Addresses.of(recipient));
        }
    }

    /**
     * The same, for the delivery itself.
     *
     * @throws ErrorMappingException when the admin set the address up to be refused, or groups stand in a circle
     * @throws StoreUnavailableException when it cannot be looked up now
     */
    public List<String> expanded(MailAddress recipient) throws MessagingException, ErrorMappingException {
        try {
            List<String> targets = aliases.getResolvedMappings(recipient.getLocalPart(), recipient.getDomain())
                    .asStream()
                    .flatMap(mapping -> mapping.asMailAddress().stream())
                    .map(Addresses::of)
                    .distinct()
                    .toList();
            return targets.isEmpty() ? List.of(Addresses.of(recipient)) : targets;
        } catch (RecipientRewriteTableException e) {
            throw new StoreUnavailableException("the recipients behind " + recipient + " cannot be looked up", e);
        }
    }
}
