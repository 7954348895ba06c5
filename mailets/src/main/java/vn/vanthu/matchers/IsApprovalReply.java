package vn.vanthu.matchers;

import com.google.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.LiveOrganization;

/**
 * Matches the addresses that an approver's answer goes to, {@code vanthu-he-thong+approval-KEY@DOMAIN}.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsApprovalReply" class="vn.vanthu.mailets.DecideApproval"/&gt;
 * </code></pre>
 *
 * Whether the key is right, and who may answer, is for {@code DecideApproval} to find.
 */
public final class IsApprovalReply extends GenericRecipientMatcher {

    private final LiveOrganization organization;

    @Inject
    public IsApprovalReply(LiveOrganization organization) {
        this.organization = organization;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        ServiceAddress address = ServiceAddress.of(recipient);
        Agency agency = organization.get().agency();
        return address.key().toLowerCase(Locale.ROOT).startsWith(ApprovalFlow.TOPIC + "-")
                && Stream.of(agency.noticesAddress(), agency.registerAddress()).anyMatch(address::isAt);
    }
}
