package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import vn.vanthu.command.clerk.DocumentLines;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Notices;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;
import vn.vanthu.registration.ProvenSender;

/** The receipt that a sender gets for a document. */
public final class Receipts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<Field> SHOWN =
            List.of(Field.TYPE, Field.CODE, Field.ISSUED_ON, Field.SUBJECT, Field.ISSUER);

    private final IncomingDocuments incoming;
    private final Authentication authentication;
    private final Arrivals arrivals;
    private final Notices notices;
    private final LiveOrganization organization;

    @Inject
    public Receipts(
            IncomingDocuments incoming,
            Authentication authentication,
            Arrivals arrivals,
            Notices notices,
            LiveOrganization organization) {
        this.incoming = incoming;
        this.authentication = authentication;
        this.arrivals = arrivals;
        this.notices = notices;
        this.organization = organization;
    }

    /** Sends one for each document of the mail that has a number, to a sender who proved who he is. */
    public void send(Mail mail) throws MessagingException, RegisterUnavailableException {
        Optional<String> mailbox = incoming.mailbox(mail, organization.get(), true);
        if (mailbox.isEmpty()) {
            return;
        }
        ProvenSender sender = authentication.of(mail);
        if (!sender.isAuthenticated()) {
            return;
        }
        MailId id = MailIds.of(mail);
        for (Entry entry : arrivals.entriesOf(id)) {
            if (entry.number().book() == Book.INCOMING) {
                notices.tell(
                        "receipt-" + id + "-" + entry.number().number(),
                        List.of(sender.address()),
                        "Đã nhận văn bản " + entry.code(),
                        text(entry, organization.get()));
            }
        }
    }

    private static String text(Entry entry, Organization organization) {
        String agency = organization.agency().name();
        return "Kính gửi: " + entry.fields().get(Field.ISSUER) + "\n\n" + agency
                + " đã nhận và vào sổ văn bản đến:\n\n" + DocumentLines.show(shown(entry)) + "\n    Số đến: "
                + entry.number().text() + ", ngày đến: " + DAY.format(entry.arrivedOn())
                + "\n\n"
                + "Thông báo này gửi theo điểm c khoản 2 Điều 21 Nghị định 30/2020/NĐ-CP; không cần trả lời. Cần trao"
                + " đổi: " + organization.agency().mailbox() + ".\n\n--\n" + agency
                + " received and registered this document. No answer is needed.\n";
    }

    private static DocumentFields shown(Entry entry) {
        DocumentFields fields = DocumentFields.none();
        for (Field field : SHOWN) {
            fields = fields.with(field, entry.fields().get(field));
        }
        return fields;
    }
}
