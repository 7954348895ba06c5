package vn.vanthu.matchers;

import com.google.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.organization.LiveOrganization;

/**
 * Matches the addresses that answers to questions go to, {@code vanthu-he-thong+KEY@DOMAIN}; whether the key is right is
 * for {@code AnswerCommand} to find.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsAnswer" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * </code></pre>
 */
public final class IsAnswer extends GenericRecipientMatcher {

    private final LiveOrganization organization;

    @Inject
    public IsAnswer(LiveOrganization organization) {
        this.organization = organization;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        ServiceAddress address = ServiceAddress.of(recipient);
        return !address.key().isEmpty()
                && address.isAt(organization.get().agency().noticesAddress());
    }
}
