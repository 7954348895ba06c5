package vn.vanthu.matchers;

import com.google.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import vn.vanthu.james.ServiceAddress;
import vn.vanthu.organization.LiveOrganization;

/**
 * Matches the register's own address, {@code so@DOMAIN}, also with the key of a question: {@code so+KEY@DOMAIN}.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsToRegister" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * </code></pre>
 *
 * The mail's other recipients get it as usual.
 */
public final class IsToRegister extends GenericRecipientMatcher {

    private final LiveOrganization organization;

    @Inject
    public IsToRegister(LiveOrganization organization) {
        this.organization = organization;
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return ServiceAddress.of(recipient).isAt(organization.get().agency().registerAddress());
    }
}
