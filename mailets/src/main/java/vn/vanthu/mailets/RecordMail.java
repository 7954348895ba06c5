package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.mail.Header;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.MailReader;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.message.MailId;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Register;

/**
 * Writes the row of a mail into the register, durable before any other mailet sees it, and gives the mail its id
 * ({@code X-VanThu-Id}). Headers of VanThu's names that came from outside are removed.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.RecordMail"/&gt;
 * </code></pre>
 *
 * Stands first in {@code root}. While the register is away the mail waits, without limit, and nothing passes unlogged. A
 * replay after a crash finds its row and writes no second one.
 */
public final class RecordMail extends GenericMailet {

    private static final Decision ACCEPTED = Decision.deliver(
            Reason.of("accepted", "Điều 1", "Thư đã được hệ thống thư công vụ tiếp nhận và ghi sổ nhật ký."));
    private static final Set<String> OURS =
            Set.of("authentication-results", "x-spam-flag", "x-spam-score", "x-spam-status");

    private final Register register;
    private final MailReader reader;

    @Inject
    public RecordMail(Register register, MailReader reader) {
        this.register = register;
        this.reader = reader;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailId id = MailIds.assign(mail);
        MailRecord row = reader.read(id, mail);
        boolean recorded = Waiting.orLater(mail, getMailetContext(), () -> {
            boolean isNew = register.record(row, "RecordMail", ACCEPTED) == Register.Recording.NEW;
            // A notice may be in the queue twice under one name, so the first is never sure to be alone.
            if (isNew && SubmittedMail.of(mail).isPresent()) {
                FirstPass.mark(mail);
            }
        });
        if (recorded) {
            stamp(mail.getMessage(), id);
        }
    }

    /** Adds headers without {@code saveChanges}, which leaves every other byte as it came. */
    private static void stamp(MimeMessage message, MailId id) throws MessagingException {
        for (String name : namesToRemove(message)) {
            message.removeHeader(name);
        }
        message.addHeader(MailIds.HEADER, id.value());
    }

    private static Set<String> namesToRemove(MimeMessage message) throws MessagingException {
        Set<String> names = new LinkedHashSet<>();
        for (Enumeration<Header> headers = message.getAllHeaders(); headers.hasMoreElements(); ) {
            String name = headers.nextElement().getName();
            String lower = name.trim().toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-vanthu-") || OURS.contains(lower)) {
                names.add(name);
            }
        }
        return names;
    }
}
