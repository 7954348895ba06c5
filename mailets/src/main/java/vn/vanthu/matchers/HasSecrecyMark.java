package vn.vanthu.matchers;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import vn.vanthu.james.SecrecyCheck;

/**
 * Matches mail that bears a secrecy mark, in any part at any depth: all of its recipients or none. The second net behind
 * the SMTP hook {@code RefuseSecrets}, for mail that came in by another way (a process on the machine, a replay).
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.HasSecrecyMark" class="ToProcessor"&gt;
 *     &lt;processor&gt;secret&lt;/processor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * While the mail cannot be read the matcher fails, and James tries again: it never lets pass what it did not see.
 */
public final class HasSecrecyMark extends GenericMatcher {

    private final SecrecyCheck check;

    @Inject
    public HasSecrecyMark(SecrecyCheck check) {
        this.check = check;
    }

    @Override
    public Collection<MailAddress> match(Mail mail) throws MessagingException {
        return check.decide(mail).isPresent() ? mail.getRecipients() : List.of();
    }
}
