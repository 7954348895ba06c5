package vn.vanthu.matchers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import vn.vanthu.james.spam.SpamMark;
import vn.vanthu.spam.SpamScore;

/**
 * Matches a mail whose score reaches the condition, 5 when there is none: all recipients or none. It must come after {@link
 * vn.vanthu.mailets.ScoreSpam}; what that has not scored (the gateway's own notices) never matches.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsSpam=5.0" class="AddSubjectPrefix"&gt;
 *   &lt;subjectPrefix&gt;[Thư rác?]&lt;/subjectPrefix&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 */
public final class IsSpam extends GenericMatcher {

    private double threshold = SpamScore.SPAM_FROM;

    @Override
    public void init() throws MessagingException {
        String condition = Optional.ofNullable(getCondition()).orElse("").strip();
        if (condition.isEmpty()) {
            return;
        }
        if (!condition.matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
            throw new MessagingException(
                    "matcher IsSpam: found '" + condition + "'; allowed: a number of points, such as IsSpam=5.0");
        }
        threshold = Double.parseDouble(condition);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        boolean reached =
                SpamMark.points(mail).filter(points -> points >= threshold).isPresent();
        return reached ? mail.getRecipients() : List.of();
    }
}
