package vn.vanthu.mailets;

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
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.Waiting;
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
        Set<MailAddress> expanded = new LinkedHashSet<>();
        Map<String, List<String>> expansions = new LinkedHashMap<>();
        List<MailAddress> refused = new ArrayList<>();
        for (MailAddress recipient : mail.getRecipients()) {
            try {
                expanded.addAll(behind(recipient, expansions));
            } catch (ErrorMappingException e) {
                LOGGER.warn("mail {} cannot go to {}: {}", mail.getName(), recipient, e.getMessage());
                refused.add(recipient);
            }
        }
        for (Map.Entry<String, List<String>> expansion : expansions.entrySet()) {
            register.expanded(MailIds.of(mail), expansion.getKey(), expansion.getValue());
        }
        setAside(mail, refused);
        mail.setRecipients(expanded);
    }

    private Set<MailAddress> behind(MailAddress recipient, Map<String, List<String>> expansions)
            throws MessagingException, ErrorMappingException {
        List<String> behind = recipients.expanded(recipient);
        Set<MailAddress> addresses = new LinkedHashSet<>();
        if (behind.contains(Addresses.of(recipient))) {
            addresses.add(recipient); // as it was written: capitals may matter to the outside
        } else {
            expansions.put(Addresses.of(recipient), behind);
        }
        for (String address : behind) {
            addresses.add(new MailAddress(address));
        }
        return addresses;
    }

    private void setAside(Mail mail, List<MailAddress> refused) throws MessagingException {
        if (refused.isEmpty()) {
            return;
        }
        Mail part = mail.duplicate();
        try {
            part.setRecipients(refused);
            getMailetContext().sendMail(part, errorProcessor);
        } finally {
            LifecycleUtil.dispose(part);
        }
    }
}
