package vn.vanthu.james;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.rrt.api.RecipientRewriteTable.ErrorMappingException;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;

/** Who stands behind the recipients of a mail: aliases, groups and forwards expanded, before delivery does it. */
public final class Recipients {

    private final Aliases aliases;

    @Inject
    public Recipients(Aliases aliases) {
        this.aliases = aliases;
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
            return aliases.behind(recipient);
        } catch (RecipientRewriteTableException | DomainListException | UsersRepositoryException e) {
            String message = "the recipients behind " + recipient + " cannot be looked up";
            throw Outage.isBehind(e) ? new StoreUnavailableException(message, e) : new MessagingException(message, e);
        }
    }
}
