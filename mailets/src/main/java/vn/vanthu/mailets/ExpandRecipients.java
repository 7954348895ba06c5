package vn.vanthu.mailets;

import static java.util.stream.Collectors.toCollection;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.rrt.api.RecipientRewriteTable.ErrorMappingException;
import org.apache.mailet.Mail;
import org.apache.mailet.ProcessingState;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.ExactBytes;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.approval.Cleared;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * In place of James's {@code RecipientRewriteTable} (aliases, groups, forwards), with a record of who stood behind each
 * address: the outcome of a group is then that of its members. A mailbox is never forwarded to the outside by itself: its
 * mail stays in it. Where the table or the register cannot be asked, the mail waits with the recipients that it had.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ExpandRecipients"&gt;
 *   &lt;errorProcessor&gt;error&lt;/errorProcessor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code errorProcessor}: where mail to an address goes that the table refuses; {@code error} when not given.
 * </ul>
 */
public final class ExpandRecipients extends GenericMailet {

    private static final Logger LOGGER = LoggerFactory.getLogger(ExpandRecipients.class);

    private final Recipients recipients;
    private final Register register;
    private String errorProcessor = Mail.ERROR;

    @Inject
    public ExpandRecipients(Recipients recipients, Register register) {
        this.recipients = recipients;
        this.register = register;
    }

    @Override
    public void init() throws MessagingException {
        errorProcessor = new Parameters(getMailetConfig(), "errorProcessor").text("errorProcessor", Mail.ERROR);
    }

    @Override
    public Collection<ProcessingState> requiredProcessingState() {
        return List.of(new ProcessingState(errorProcessor));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> expand(mail));
    }

    /** The mail itself is changed last: until then it can begin anew. */
    private void expand(Mail mail) throws MessagingException, RegisterUnavailableException {
        Map<MailAddress, Set<MailAddress>> expansions = new LinkedHashMap<>();
        List<MailAddress> refused = new ArrayList<>();
        for (MailAddress recipient : mail.getRecipients()) {
            try {
                expansions.put(recipient, behind(recipient));
            } catch (ErrorMappingException e) {
                LOGGER.warn("mail {} cannot go to {}: {}", mail.getName(), recipient, e.getMessage());
                refused.add(recipient);
            }
        }
        boolean leavesNow = false;
        for (Map.Entry<MailAddress, Set<MailAddress>> expansion : expansions.entrySet()) {
            if (!expansion.getValue().equals(Set.of(expansion.getKey()))) {
                record(mail, expansion.getKey(), expansion.getValue());
                leavesNow |= expansion.getValue().stream().anyMatch(this::isOutside);
            }
        }
        if (leavesNow) {
            Cleared.forget(mail); // the gate may have seen fewer of them
        }
        setAside(mail, refused);
        mail.setRecipients(expansions.values().stream().flatMap(Set::stream).collect(toCollection(LinkedHashSet::new)));
    }

    /** Itself as it was written, when nobody else stands behind it: capitals may matter to the outside. */
    private Set<MailAddress> behind(MailAddress recipient) throws MessagingException, ErrorMappingException {
        Set<MailAddress> addresses = new LinkedHashSet<>();
        for (String address : recipients.expanded(recipient)) {
            MailAddress behind = new MailAddress(address);
            addresses.add(behind.equals(recipient) ? recipient : behind);
        }
        return addresses;
    }

    private void record(Mail mail, MailAddress recipient, Set<MailAddress> behind)
            throws MessagingException, RegisterUnavailableException {
        register.expanded(
                MailIds.of(mail),
                Addresses.of(recipient),
                behind.stream().map(Addresses::of).toList());
    }

    private boolean isOutside(MailAddress address) {
        return !getMailetContext().isLocalServer(address.getDomain());
    }

    private void setAside(Mail mail, List<MailAddress> refused) throws MessagingException {
        if (refused.isEmpty()) {
            return;
        }
        ExactBytes.fix(mail);
        Mail part = mail.duplicate();
        try {
            part.setRecipients(refused);
            getMailetContext().sendMail(part, errorProcessor);
        } finally {
            LifecycleUtil.dispose(part);
        }
    }
}
