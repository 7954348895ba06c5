package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Notices;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Recipients;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.confirmation.ConfirmationGate;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Field;
import vn.vanthu.registration.PlaceComparison;

/**
 * Compares the places under "Nơi nhận" of a document of ours with the envelope, through the address book of {@code
 * organization.xml}, and tells the sender what is missing or extra (Điều 3 khoản 3).
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ComparePlaces"&gt;
 *   &lt;differing&gt;warn&lt;/differing&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code differing}: {@code warn} (default) tells the sender, and the mail goes on; {@code hold} keeps it until he has
 *       answered CHO GỬI (send it as it is) or TỪ CHỐI;
 *   <li>{@code keepFor}: how long a held mail's bytes are kept; default 90 days.
 * </ul>
 *
 * Looks at mail that somebody who logged in sends to outside, be it through a group or an alias. Stands before the mail is held for approval, so that the
 * sender can withdraw it before it leaves; the mail itself is not changed.
 */
public final class ComparePlaces extends GenericMailet {

    private static final String RULE = "ComparePlaces";
    private static final String CLAUSE = "Điều 3 khoản 3";
    private static final String WHAT_TO_DO =
            "\nViệc cần làm: gửi thêm cho nơi còn thiếu; nếu gửi nhầm mà thư còn chờ duyệt thì rút lại.\n\nCăn cứ: "
                    + CLAUSE + " của Quy chế.\n\n--\nThe places named in the document and the recipients of the mail"
                    + " differ, as listed above. Please send it to those that are missing.\n";

    private final MailDocuments documents;
    private final Notices notices;
    private final Register register;
    private final LiveOrganization organization;
    private final ConfirmationGate gate;
    private final Recipients aliases;
    private boolean holds;
    private Duration keepFor = Duration.ofDays(90);

    @Inject
    public ComparePlaces(
            MailDocuments documents,
            Notices notices,
            Register register,
            LiveOrganization organization,
            ConfirmationGate gate,
            Recipients aliases) {
        this.aliases = aliases;
        this.gate = gate;
        this.documents = documents;
        this.notices = notices;
        this.register = register;
        this.organization = organization;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "differing", "keepFor");
        keepFor = parameters.duration("keepFor", keepFor);
        String differing = parameters.text("differing", "warn");
        holds = switch (differing) {
            case "warn" -> false;
            case "hold" -> true;
            default -> throw parameters.wrong("differing", differing, "warn, hold");
        };
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Waiting.orLater(mail, getMailetContext(), () -> compare(mail));
    }

    private void compare(Mail mail) throws MessagingException, RegisterUnavailableException {
        Organization now = organization.get();
        // a group of ours may have members outside
        List<String> recipients = aliases.namedAndBehind(mail);
        Optional<SubmittedMail> submitted =
                SubmittedMail.of(mail).filter(from -> !from.login().isEmpty());
        if (submitted.isEmpty() || recipients.stream().allMatch(now::isInside)) {
            return;
        }
        for (OfficialDocument document : documents.of(mail).documents()) {
            PlaceComparison comparison = PlaceComparison.of(document, recipients, now);
            if (PlaceComparison.isOurs(document, now) && !comparison.isComplete()) {
                differs(mail, submitted.get().login(), document, comparison);
                return;
            }
        }
    }

    private void differs(Mail mail, String login, OfficialDocument document, PlaceComparison comparison)
            throws MessagingException, RegisterUnavailableException {
        Reason reason = Reason.of("places-differ", CLAUSE, "Nơi nhận khác với địa chỉ gửi.")
                .withDetail("missing: " + names(comparison) + "; extra: " + comparison.extra());
        boolean asks = holds && organization.get().person(login).isPresent();
        if (asks) {
            ask(mail, reason, list(MailIds.of(mail), document, comparison));
        } else {
            warn(MailIds.of(mail), login, reason, document, comparison);
        }
    }

    private void ask(Mail mail, Reason reason, String list) throws MessagingException, RegisterUnavailableException {
        String subject = mail.getMessage().getSubject();
        ConfirmationGate.Held why = new ConfirmationGate.Held(Purpose.PLACES, reason, list, RULE);
        if (gate.holdForPlaces(mail, subject == null ? "" : subject, why, keepFor)) {
            mail.setState(Mail.GHOST);
        }
    }

    private void warn(MailId id, String login, Reason reason, OfficialDocument document, PlaceComparison comparison)
            throws MessagingException, RegisterUnavailableException {
        register.decided(id, RULE, Decision.deliver(reason));
        notices.tell(
                "places-" + id,
                List.of(login),
                "Nơi nhận chưa khớp: " + document.fields().get(Field.CODE),
                list(id, document, comparison) + WHAT_TO_DO);
    }

    private static String names(PlaceComparison comparison) {
        return comparison.missing().stream().map(Place::name).collect(Collectors.joining(", "));
    }

    private static String list(MailId id, OfficialDocument document, PlaceComparison comparison) {
        StringBuilder text = new StringBuilder("Thư " + id + " mang văn bản "
                + document.fields().get(Field.CODE) + ". Đối chiếu mục Nơi nhận với địa chỉ gửi:\n");
        if (!comparison.missing().isEmpty()) {
            text.append("\nCó trong Nơi nhận nhưng CHƯA gửi:\n");
            comparison.missing().forEach(place -> text.append("- ")
                    .append(place.name())
                    .append(place.addresses().isEmpty() ? "" : ": " + String.join(", ", place.addresses()))
                    .append('\n'));
        }
        if (!comparison.extra().isEmpty()) {
            text.append("\nĐược gửi nhưng KHÔNG có trong Nơi nhận:\n");
            comparison
                    .extra()
                    .forEach(address -> text.append("- ").append(address).append('\n'));
        }
        if (!comparison.unknown().isEmpty()) {
            text.append("\nChưa có trong sổ địa chỉ nên không đối chiếu được:\n");
            comparison.unknown().forEach(name -> text.append("- ").append(name).append('\n'));
        }
        return text.toString();
    }
}
