package vn.vanthu.matchers;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import vn.vanthu.james.document.MailDocuments;

/**
 * Matches a mail that carries an administrative document (NĐ 30/2020, Annex I), in its text or in any part at any depth: all
 * recipients or none.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsOfficialDocument" class="SetMimeHeader"&gt;
 *   &lt;name&gt;X-Van-Ban&lt;/name&gt;
 *   &lt;value&gt;co&lt;/value&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 */
public final class IsOfficialDocument extends GenericMatcher {

    private final MailDocuments documents;

    @Inject
    public IsOfficialDocument(MailDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Collection<MailAddress> match(Mail mail) throws MessagingException {
        return documents.of(mail).documents().isEmpty() ? List.of() : mail.getRecipients();
    }
}
