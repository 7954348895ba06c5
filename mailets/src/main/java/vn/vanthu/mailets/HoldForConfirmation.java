package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Duration;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.confirmation.ConfirmationRule;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubjectMark;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.approval.GateParameters;
import vn.vanthu.james.confirmation.ConfirmationGate;
import vn.vanthu.james.confirmation.ConfirmationGate.Outlook;
import vn.vanthu.secrecy.SecrecyTopics;

/**
 * Holds mail of ours that somebody must look at first (Điều 3 khoản 1 điểm đ, e): its topic is security, defence or public
 * order, or something in it could not be read (encrypted, a picture without text, over a limit) and it goes outside. The
 * Office head is asked by mail, after a day the director too; never the sender himself. Mail from outside is delivered, marked
 * {@code X-VanThu-Reason: unread-part} or {@code secrecy-topic}, and stands in {@code nhat_ky_quyet_dinh}.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.HoldForConfirmation"&gt;
 *   &lt;topics&gt;an ninh, quốc phòng, trật tự xã hội&lt;/topics&gt;
 *   &lt;except&gt;an ninh mạng, an ninh lương thực&lt;/except&gt;
 *   &lt;internal&gt;hold&lt;/internal&gt;
 *   &lt;unread&gt;hold&lt;/unread&gt;
 *   &lt;mark&gt;[Có tệp chưa đọc được]&lt;/mark&gt;
 *   &lt;deadlines&gt;4h, 1d, 7d&lt;/deadlines&gt;
 *   &lt;keepFor&gt;90d&lt;/keepFor&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code topics}: phrases, looked for in subjects, names of files and the trích yếu of documents; {@code none} for no
 *       topic; default see {@link SecrecyTopics#USUAL};
 *   <li>{@code except}: phrases in which a topic does not count;
 *   <li>{@code internal}: whether mail between our own people about a topic is held: {@code hold} (default), {@code deliver};
 *   <li>{@code unread}: what happens to outgoing mail with an unread part: {@code hold} (default), {@code deliver};
 *   <li>{@code mark}: put before the Subject of mail from outside with an unread part; default none;
 *   <li>{@code deadlines}: the confirmer is reminded after, the next one is asked too after, the mail is given back after;
 *   <li>{@code keepFor}: how long the bytes are kept at least; default {@code 90d}.
 * </ul>
 *
 * Stands after the mailets that take commands and answers, and before the other gates, which a mail that was let go still
 * meets: it enters {@code root} again. While the register is away the mail waits.
 */
public final class HoldForConfirmation extends GenericMailet {

    private final ConfirmationGate gate;
    private final SubjectMark subjects;
    private ConfirmationRule rule = new ConfirmationRule(SecrecyTopics.USUAL, true, true);
    private String mark = "";
    private Duration keepFor = Duration.ofDays(90);

    @Inject
    public HoldForConfirmation(ConfirmationGate gate, SubjectMark subjects) {
        this.gate = gate;
        this.subjects = subjects;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(
                getMailetConfig(), "topics", "except", "internal", "unread", "mark", "deadlines", "keepFor");
        SecrecyTopics topics = SecrecyTopics.listed(parameters.text("topics", ""), parameters.text("except", ""));
        rule = new ConfirmationRule(topics, holds(parameters, "unread"), holds(parameters, "internal"));
        mark = parameters.text("mark", "");
        keepFor = parameters.duration("keepFor", keepFor);
        gate.use(GateParameters.deadlines(parameters, "deadlines", "4h, 1d, 7d"));
    }

    private static boolean holds(Parameters parameters, String name) throws MessagingException {
        String value = parameters.text(name, "hold");
        return switch (value) {
            case "hold" -> true;
            case "deliver" -> false;
            default -> throw parameters.wrong(name, value, "hold, deliver");
        };
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> {
            Outlook outlook = gate.decide(mail, rule, keepFor);
            switch (outlook.result()) {
                case HELD -> mail.setState(Mail.GHOST);
                case MARKED -> mark(mail, outlook);
                case PASSED -> {}
            }
        });
    }

    private void mark(Mail mail, Outlook outlook) throws MessagingException {
        String reason = outlook.concern().reason().code();
        if (mark.isEmpty() || outlook.concern().unread().isEmpty()) {
            mail.getMessage().addHeader("X-VanThu-Reason", reason);
        } else {
            subjects.put(mail, mark, reason);
        }
    }
}
