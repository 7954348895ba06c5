package vn.vanthu.server;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.command.Submitter;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.filing.FilingPlan;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.Direction;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Entry;
import vn.vanthu.registration.CarryingMail;
import vn.vanthu.registration.PlaceComparison;
import vn.vanthu.registration.ProvenSender;
import vn.vanthu.registration.RegistrationRule;

/** Asks the rules about the documents of a message: entered or asked about, places, folder. */
final class DocumentOutlooks {

    private final Organization organization;
    private final RehearsalPolicy policy;
    private final LocalDate today;

    DocumentOutlooks(Organization organization, RehearsalPolicy policy, LocalDate today) {
        this.organization = organization;
        this.policy = policy;
        this.today = today;
    }

    List<DocumentOutlook> of(OutgoingMail mail, Direction direction) {
        return mail.documents().stream()
                .map(document -> of(document, mail, direction))
                .toList();
    }

    private DocumentOutlook of(OfficialDocument document, OutgoingMail mail, Direction direction) {
        Optional<DocumentOutlook.Registration> registration =
                direction == Direction.INCOMING ? registration(document, mail) : Optional.empty();
        boolean ours = direction == Direction.OUTGOING && PlaceComparison.isOurs(document, organization);
        Optional<PlaceComparison> places =
                ours ? Optional.of(PlaceComparison.of(document, mail.recipients(), organization)) : Optional.empty();
        List<ReadPart> around = mail.parts().stream()
                .filter(part -> document.part().equals(part.path())
                        || document.part().startsWith(part.path() + "/")
                        || document.part().startsWith(part.path() + "."))
                .toList();
        return new DocumentOutlook(
                document,
                around.stream()
                        .filter(part -> document.part().equals(part.path()))
                        .mapToInt(ReadPart::pageCount)
                        .findFirst()
                        .orElse(0),
                around.stream().anyMatch(ReadPart::digitallySigned),
                registration,
                places,
                registration.isPresent()
                        ? folder(Book.INCOMING, document)
                        : ours ? folder(Book.OUTGOING, document) : "");
    }

    /** Who sent it is not known here: the rule is asked as if his domain were proved. */
    private Optional<DocumentOutlook.Registration> registration(OfficialDocument document, OutgoingMail mail) {
        Optional<Mailbox> mailbox = mailbox(mail);
        if (mailbox.isEmpty() || Submitter.isAutomatic(mail.header(), mail.sender())) {
            return Optional.empty();
        }
        RehearsalPolicy.Registration terms = policy.registration().orElseThrow();
        List<HeaderAddress> shown = mail.header().from();
        String from = shown.size() == 1 ? shown.get(0).address() : "";
        ProvenSender proven = new ProvenSender(from, Set.of(from.substring(from.lastIndexOf('@') + 1)));
        CarryingMail carrying = CarryingMail.of(mail.header(), proven, mail.parts(), mail.documents());
        boolean asks =
                mailbox.get().kind() == Mailbox.Kind.UNIT && terms.units().equals("ask");
        return Optional.of(new DocumentOutlook.Registration(
                RegistrationRule.doubts(document, carrying, organization, asks, 0, terms.mostADay(), today)));
    }

    /** The agency's mailbox before a unit's. */
    private Optional<Mailbox> mailbox(OutgoingMail mail) {
        return policy.registration().stream()
                .flatMap(terms -> mail.recipients().stream()
                        .flatMap(recipient -> organization.mailbox(recipient).stream())
                        .filter(mailbox -> mailbox.kind() == Mailbox.Kind.AGENCY
                                || mailbox.kind() == Mailbox.Kind.UNIT
                                        && !terms.units().equals("ignore")))
                .min(Comparator.comparing(Mailbox::kind));
    }

    /** Which number it would get is not known here, so the folder ends with its type. */
    private String folder(Book book, OfficialDocument document) {
        Entry entry = new Entry(
                new BookNumber(book, today.getYear(), 1),
                1,
                Entry.State.REGISTERED,
                today.atStartOfDay().toInstant(ZoneOffset.UTC),
                today,
                document.fields(),
                "",
                "",
                "",
                null);
        return String.join("/", FilingPlan.of(entry).shelves());
    }
}
