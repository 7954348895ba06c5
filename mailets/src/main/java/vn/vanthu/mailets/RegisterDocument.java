package vn.vanthu.mailets;

import com.google.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.document.DocumentNumbers;
import vn.vanthu.james.document.Registrar;

/**
 * Enters documents that arrive at the agency's mailbox in the book of incoming documents (Điều 8 khoản 1 điểm a bước 1): by
 * itself when its fields are sure and the sender proved that he writes for the agency that issued it; else the mail is
 * delivered, the document waits for the clerk, and a mail asks her.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.RegisterDocument"&gt;
 *   &lt;units&gt;ask&lt;/units&gt;
 *   &lt;mostADay&gt;50&lt;/mostADay&gt;
 *   &lt;subject&gt;[Số đến %s]&lt;/subject&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code units}: what happens with documents to the mailboxes of units: {@code ask} the clerk (default),
 *       {@code register} as those to the agency, or {@code ignore};
 *   <li>{@code mostADay}: how many documents of one sender's domain are entered by themselves on a day, default 50; 0 to
 *       ask always;
 *   <li>{@code subject}: put before the Subject of the recipients' copy, {@code %s} stands for the number; default none.
 * </ul>
 *
 * The number stands in {@code X-VanThu-Number}. Automatic mail, spam and the null sender are never entered. A document that
 * is in the book already gets no second number. Stands after {@link ConvertToUnicode}; run again after a crash it finds
 * what it did. While the register is away the mail waits.
 */
public final class RegisterDocument extends GenericMailet {

    private final Registrar registrar;
    private Registrar.Rules rules = new Registrar.Rules(Registrar.Units.ASK, 50);
    private String subject = "";

    @Inject
    public RegisterDocument(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "units", "mostADay", "subject");
        rules = new Registrar.Rules(units(parameters), parameters.number("mostADay", 50, 0, 100_000));
        subject = parameters.text("subject", "");
        if (!subject.isEmpty() && !subject.contains("%s")) {
            throw parameters.wrong("subject", subject, "a text with %s in place of the number");
        }
    }

    private static Registrar.Units units(Parameters parameters) throws MessagingException {
        return switch (parameters.text("units", "ask")) {
            case "ask" -> Registrar.Units.ASK;
            case "register" -> Registrar.Units.REGISTER;
            case "ignore" -> Registrar.Units.IGNORE;
            default -> throw parameters.wrong("units", parameters.text("units", ""), "ask, register, ignore");
        };
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> {
            var numbers = registrar.register(mail, rules);
            if (!numbers.isEmpty()) {
                DocumentNumbers.show(mail.getMessage(), numbers, subject);
            }
        });
    }
}
