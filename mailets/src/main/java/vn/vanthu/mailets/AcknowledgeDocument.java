package vn.vanthu.mailets;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.document.Receipts;

/**
 * Tells the agency that sent a document that it was received and entered (NĐ 30/2020, Điều 21 khoản 2 điểm c), once for each
 * document.
 *
 * <pre><code>
 * &lt;mailet match="HasHeader=X-VanThu-Number" class="vn.vanthu.mailets.AcknowledgeDocument"/&gt;
 * </code></pre>
 *
 * Only a sender who proved who he is gets it (aligned DKIM or SPF), and never in answer to automatic mail. Stands after
 * {@link RegisterDocument}, and in the processor {@code file} for what the clerk enters later.
 */
public final class AcknowledgeDocument extends GenericMailet {

    private final Receipts receipts;

    @Inject
    public AcknowledgeDocument(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> receipts.send(mail));
    }
}
