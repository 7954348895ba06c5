package vn.vanthu.matchers;

import com.google.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.organization.LiveOrganization;

/**
 * Matches the address that notices come from, {@code vanthu-he-thong@DOMAIN}, with a key or without.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsToNotices" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * </code></pre>
 */
public final class IsToNotices extends GenericRecipientMatcher {

    private final LiveOrganization organization;

    @Inject
    public IsToNotices(LiveOrganization organization) {
        this.organization = organization;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return ServiceAddress.of(recipient).isAt(organization.get().agency().noticesAddress());
    }
}
