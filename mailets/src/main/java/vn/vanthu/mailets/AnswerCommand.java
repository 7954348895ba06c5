package vn.vanthu.mailets;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.command.CommandDesk;

/**
 * Carries out the command in a mail to the register's address, or the answer to a question (its key stands in the address),
 * and answers it.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsToRegister" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * &lt;mailet match="vn.vanthu.matchers.IsAnswer" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * &lt;mailet match="vn.vanthu.matchers.IsToNotices" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * </code></pre>
 *
 * Stands after {@link RecordMail} and {@link ConvertToUnicode}. Ends the mail for these recipients. Only the login of an
 * authenticated submission commands; mail from outside, from programs and from the null sender is recorded as refused and
 * gets no answer. While the register is away the mail waits; run again after a crash it changes nothing more.
 */
public final class AnswerCommand extends GenericMailet {

    private final CommandDesk desk;

    @Inject
    public AnswerCommand(CommandDesk desk) {
        this.desk = desk;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        desk.take(mail, getMailetContext(), "AnswerCommand");
    }
}
