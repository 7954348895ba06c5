package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Submitter;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.registration.Doubt;
import vn.vanthu.registration.Origin;

/** "Please register this": a mail to {@code so@DOMAIN} with a document, from anybody inside (Điều 8 khoản 1 điểm c). */
public final class RegistrationRequests {

    private static final String CLAUSE = "Điều 8 khoản 1 điểm c";

    private final MailDocuments documents;
    private final ClerkDesk clerk;
    private final LiveOrganization organization;

    @Inject
    public RegistrationRequests(MailDocuments documents, ClerkDesk clerk, LiveOrganization organization) {
        this.documents = documents;
        this.clerk = clerk;
        this.organization = organization;
    }

    /** Puts what is attached before the clerk; empty, and nothing is done, when nothing is attached. */
    public Optional<Answer> take(Mail mail, Submitter submitter)
            throws MessagingException, RegisterUnavailableException {
        MailDocuments.Read read = documents.of(mail);
        FoundDocuments attached = attached(read);
        Optional<Person> person = organization.get().person(submitter.login());
        if (attached.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        String origin = from(person.get(), origin(mail));
        for (FoundDocument document : attached.each()) {
            clerk.ask(mail, waits(document, submitter, origin));
        }
        if (!attached.rest().isEmpty()) {
            String mailbox = organization.get().agency().mailbox();
            clerk.ask(
                    mail,
                    ClerkDesk.Case.rest(
                            submitter.mailId(),
                            attached.rest(),
                            EnumSet.of(Doubt.FORWARDED, Doubt.TOO_MANY_IN_ONE_MAIL),
                            mailbox,
                            submitter.receivedAt(),
                            origin));
        }
        return Optional.of(told(attached.count()));
    }

    /** The documents; where none was recognised, the attachments: the person says that they are. */
    private static FoundDocuments attached(MailDocuments.Read read) {
        FoundDocuments documents = FoundDocuments.of(read);
        return !documents.isEmpty()
                ? documents
                : FoundDocuments.ofAll(read.parts().stream()
                        .filter(RegistrationRequests::mayBeDocument)
                        .map(part -> new FoundDocument(part, null))
                        .toList());
    }

    /** Not the pictures and signatures that mail programs put below a mail. */
    private static boolean mayBeDocument(ReadPart part) {
        return !part.body()
                && !part.fileName().isEmpty()
                && !part.sha256().isEmpty()
                && !part.mediaType().startsWith("image/")
                && !part.mediaType().endsWith("-signature");
    }

    private static String from(Person person, String origin) {
        return "Người chuyển: " + person.name() + " <" + person.address() + ">\n"
                + (origin.isEmpty() ? "Nguồn gốc: không có thư gốc kèm theo, đề nghị hỏi người chuyển.\n" : origin);
    }

    private ClerkDesk.Case waits(FoundDocument document, Submitter submitter, String origin) {
        Organization now = organization.get();
        Set<Doubt> doubts = EnumSet.of(Doubt.FORWARDED);
        if (document.understood().isEmpty()) {
            doubts.add(document.part().isUnread() ? Doubt.UNREADABLE : Doubt.NOT_SURELY_A_DOCUMENT);
        }
        Instant arrivedAt = submitter.receivedAt();
        return new ClerkDesk.Case(
                submitter.mailId(),
                document.key(),
                document.fields(now, now.agency().mailbox()),
                document.unsure(),
                doubts,
                document.part().fileName(),
                document.part().sha256(),
                now.agency().mailbox(),
                arrivedAt,
                origin,
                "");
    }

    private static String origin(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return Origin.of(in)
                    .map(from -> "Thư gốc từ: " + from.sender() + "\nChủ đề: " + from.subject() + "\nNgày gửi: "
                            + from.date() + "\n")
                    .orElse("");
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private static Answer told(int count) {
        String text = "Đã chuyển " + count + " văn bản cho văn thư để vào sổ văn bản đến.";
        return new Answer(
                Decision.deliver(Reason.of("registration-requested", CLAUSE, text)),
                text + "\n\nVăn thư được hỏi ngay và sẽ vào sổ hoặc từ chối; anh/chị không phải làm gì thêm.\n",
                "Handed to the clerk for registration: " + count + ".",
                List.of());
    }
}
