package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.mailet.Mail;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.InsideForwards;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Waiting;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * James's {@code RecipientRewriteTable} (aliases, groups, forwards), with a record of who stood behind each address: the
 * outcome of a group is then that of its members. A mailbox is never forwarded to the outside by itself: its mail stays in it.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ExpandRecipients"&gt;
 *   &lt;errorProcessor&gt;error&lt;/errorProcessor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 */
public final class ExpandRecipients extends org.apache.james.transport.mailets.RecipientRewriteTable {

    private final RecipientRewriteTable table;
    private final Register register;

    @Inject
    public ExpandRecipients(
            RecipientRewriteTable table, DomainList domains, LiveOrganization organization, Register register) {
        this(InsideForwards.of(table, domains, organization), domains, register);
    }

    private ExpandRecipients(RecipientRewriteTable table, DomainList domains, Register register) {
        super(table, domains);
        this.table = table;
        this.register = register;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        List<MailAddress> before = List.copyOf(mail.getRecipients());
        super.service(mail);
        Set<MailAddress> after = new LinkedHashSet<>(mail.getRecipients());
        Map<String, List<String>> expansions = new LinkedHashMap<>();
        for (MailAddress recipient : before) {
            if (!after.contains(recipient)) {
                expansions.put(Addresses.of(recipient), targets(recipient));
            }
        }
        if (!expansions.isEmpty()) {
            record(mail, before, expansions);
        }
    }

    private void record(Mail mail, List<MailAddress> before, Map<String, List<String>> expansions)
            throws MessagingException {
        try {
            for (Map.Entry<String, List<String>> expansion : expansions.entrySet()) {
                register.expanded(MailIds.of(mail), expansion.getKey(), expansion.getValue());
            }
        } catch (RegisterUnavailableException e) {
            mail.setRecipients(before);
            Waiting.comeBack(mail, getMailetContext(), e);
        }
    }

    private List<String> targets(MailAddress recipient) throws MessagingException {
        try {
            List<String> targets = new ArrayList<>();
            table.getResolvedMappings(recipient.getLocalPart(), recipient.getDomain())
                    .asStream()
                    .flatMap(mapping -> mapping.asMailAddress().stream())
                    .map(Addresses::of)
                    .forEach(targets::add);
            return targets;
        } catch (RecipientRewriteTable.ErrorMappingException | RecipientRewriteTableException e) {
            throw new MessagingException("the recipients behind " + recipient + " cannot be looked up", e);
        }
    }
}
