package vn.vanthu.mailets;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.command.CommandDesk;

/**
 * Takes an approver's answer: DUYỆT, TỪ CHỐI, YÊU CẦU SỬA, CHUYỂN, in the first line that he typed.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsApprovalReply" class="vn.vanthu.mailets.DecideApproval"/&gt;
 * </code></pre>
 *
 * Stands after {@link RecordMail} and {@link ConvertToUnicode}. Ends the mail for these recipients. It counts only over an
 * authenticated session whose login was asked, with the key of the request, in time; the first decision wins. Automatic
 * mail never decides. While the register is away the mail waits.
 */
public final class DecideApproval extends GenericMailet {

    private final CommandDesk desk;

    @Inject
    public DecideApproval(CommandDesk desk) {
        this.desk = desk;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        desk.take(mail, getMailetContext(), "DecideApproval");
    }
}
