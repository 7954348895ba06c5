package vn.vanthu.james.document;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import vn.vanthu.command.clerk.DocumentLines;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Arrival;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Source;
import vn.vanthu.registration.CarryingMail;
import vn.vanthu.registration.DocumentKey;
import vn.vanthu.registration.Doubt;
import vn.vanthu.registration.ProvenSender;
import vn.vanthu.registration.RegistrationRule;

/** Enters the documents of an incoming mail, or puts them before the clerk. Safe for many threads. */
@Singleton
public final class Registrar {

    private static final String RULE = "RegisterDocument";
    private static final String CLAUSE = "Điều 8 khoản 1 điểm a";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What happens with documents to the units' mailboxes. */
    public enum Units {
        ASK,
        REGISTER,
        IGNORE
    }

    /** @param mostADay documents of one sender that are entered by themselves on a day */
    public record Rules(Units units, int mostADay) {}

    private final IncomingDocuments incoming;
    private final Authentication authentication;
    private final Arrivals arrivals;
    private final Register register;
    private final ClerkDesk clerk;
    private final LiveOrganization organization;
    /** Two mails of one sender at once share his day. */
    private final Object dailyShare = new Object();

    @Inject
    public Registrar(
            IncomingDocuments incoming,
            Authentication authentication,
            Arrivals arrivals,
            Register register,
            ClerkDesk clerk,
            LiveOrganization organization) {
        this.incoming = incoming;
        this.authentication = authentication;
        this.arrivals = arrivals;
        this.register = register;
        this.clerk = clerk;
        this.organization = organization;
    }

    /** One mail under way. */
    private record Work(
            Mail mail,
            MailId id,
            Instant arrivedAt,
            String mailbox,
            boolean asks,
            CarryingMail carrying,
            int mostADay) {

        ProvenSender sender() {
            return carrying.sender();
        }

        LocalDate today() {
            return arrivedAt.atZone(ZONE).toLocalDate();
        }
    }

    /** The numbers of the mail's documents; empty when none has one now. */
    public List<BookNumber> register(Mail mail, Rules rules) throws MessagingException, RegisterUnavailableException {
        Organization now = organization.get();
        Optional<String> mailbox = incoming.mailbox(mail, now, rules.units() != Units.IGNORE);
        if (mailbox.isEmpty()) {
            return List.of();
        }
        FoundDocuments documents = incoming.documents(mail);
        if (documents.isEmpty()) {
            return List.of();
        }
        boolean unit = !mailbox.get().equals(now.agency().mailbox());
        Work work = new Work(
                mail,
                MailIds.of(mail),
                SubmittedMail.of(mail).orElseThrow().receivedAt(),
                mailbox.get(),
                unit && rules.units() == Units.ASK,
                incoming.carrying(mail, authentication.of(mail)),
                rules.mostADay());
        return registerAll(work, documents);
    }

    private List<BookNumber> registerAll(Work work, FoundDocuments documents)
            throws MessagingException, RegisterUnavailableException {
        List<BookNumber> numbers = new ArrayList<>();
        List<String> what = new ArrayList<>();
        for (FoundDocument document : documents.each()) {
            Optional<Arrival> arrival = one(work, document);
            arrival.ifPresent(each -> numbers.add(each.entry().number()));
            what.add(document.key() + ": "
                    + arrival.map(each -> each.entry().number().toString()).orElse("waits"));
        }
        if (!documents.rest().isEmpty()) {
            clerk.ask(
                    work.mail(),
                    ClerkDesk.Case.rest(
                            work.id(),
                            documents.rest(),
                            EnumSet.of(Doubt.TOO_MANY_IN_ONE_MAIL),
                            work.mailbox(),
                            work.arrivedAt(),
                            origin(work)));
            what.add(documents.rest().size() + " more: wait");
        }
        boolean all = numbers.size() == documents.count();
        Reason reason = all
                ? Reason.of("document-registered", CLAUSE, "Văn bản đã vào sổ văn bản đến.")
                : Reason.of("document-waits", CLAUSE, "Văn bản chờ văn thư vào sổ.");
        register.decided(work.id(), RULE, Decision.deliver(reason.withDetail(String.join("; ", what))));
        return numbers;
    }

    private Optional<Arrival> one(Work work, FoundDocument document)
            throws MessagingException, RegisterUnavailableException {
        String actKey = DocumentKey.act(work.id(), document.key());
        boolean again = !FirstPass.is(work.mail());
        Optional<Arrival> before = again ? arrivals.arrived(actKey) : Optional.empty();
        if (before.isPresent()) {
            return before;
        }
        boolean waits = again && arrivals.waited(work.id(), document.key()).isPresent();
        Set<Doubt> doubts;
        synchronized (dailyShare) {
            doubts = doubts(work, document);
            if (!waits && doubts.isEmpty()) {
                try {
                    return Optional.of(enter(work, document, actKey));
                } catch (BookException e) {
                    doubts = EnumSet.of(Doubt.BOOK_REFUSES);
                }
            }
        }
        ask(work, document, doubts);
        return Optional.empty();
    }

    private Set<Doubt> doubts(Work work, FoundDocument document) throws RegisterUnavailableException {
        if (document.understood().isEmpty()) {
            return EnumSet.of(Doubt.UNREADABLE);
        }
        String login = organization.get().agency().noticesAddress();
        return RegistrationRule.doubts(
                document.understood().get(),
                work.carrying(),
                organization.get(),
                work.asks(),
                arrivals.enteredBy(login, work.sender().domain(), work.today()),
                work.mostADay(),
                work.today());
    }

    private Arrival enter(Work work, FoundDocument document, String actKey)
            throws BookException, MessagingException, RegisterUnavailableException {
        Organization now = organization.get();
        Source source = new Source(
                work.arrivedAt(),
                work.mailbox(),
                work.id().value(),
                document.part().sha256());
        Act act = Act.by(now.agency().noticesAddress(), actKey).because("Tự động: người gửi đã xác thực");
        Arrival arrival = arrivals.arrive(document.fields(now, work.mailbox()), source, act);
        if (arrival instanceof Arrival.CameAgain again) {
            tellOfDuplicate(work, document, again);
        }
        return arrival;
    }

    private void tellOfDuplicate(Work work, FoundDocument document, Arrival.CameAgain again) throws MessagingException {
        String number = again.entry().number().text();
        clerk.tell(
                "came-again-" + work.id() + "-" + document.key(),
                "Văn bản đến lần nữa: số đến " + number,
                "Thư " + work.id() + " đến hộp thư " + work.mailbox() + " mang văn bản đã có trong sổ, số đến " + number
                        + ":\n\n" + DocumentLines.show(again.entry().fields())
                        + "\nKhông cấp số thứ hai; lần đến này được ghi vào lịch sử của số đó. Không phải làm gì thêm,"
                        + " trừ khi đây thật ra là văn bản khác: khi đó gửi lệnh VÀO SỔ tới "
                        + organization.get().agency().registerAddress()
                        + ".\n\nCăn cứ: Điều 3 khoản 2, Điều 8 khoản 1 điểm a của Quy chế.\n\n--\nA document came again"
                        + " that is in the book as incoming number " + number + "; no second number was given.\n");
    }

    private void ask(Work work, FoundDocument document, Set<Doubt> doubts)
            throws MessagingException, RegisterUnavailableException {
        clerk.ask(
                work.mail(),
                new ClerkDesk.Case(
                        work.id(),
                        document.key(),
                        document.fields(organization.get(), work.mailbox()),
                        document.unsure(),
                        doubts.isEmpty() ? EnumSet.of(Doubt.FIELDS_UNSURE) : doubts,
                        document.part().fileName(),
                        document.part().sha256(),
                        work.mailbox(),
                        work.arrivedAt(),
                        origin(work),
                        ""));
    }

    private static String origin(Work work) throws MessagingException {
        String from = work.sender().address().isEmpty()
                ? "(không rõ)"
                : work.sender().address() + (work.sender().isAuthenticated() ? " (đã xác thực)" : "");
        String subject = work.mail().getMessage().getSubject();
        return "Thư từ: " + from + "\nChủ đề: " + (subject == null ? "" : subject) + "\nHộp thư: " + work.mailbox()
                + "\n";
    }
}
