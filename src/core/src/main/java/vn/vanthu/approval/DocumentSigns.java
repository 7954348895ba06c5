package vn.vanthu.approval;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Lookalike;

/** The official documents in a mail that are the agency's own; another agency's, sent on, speak for that one. */
final class DocumentSigns {

    private final Organization organization;
    private final ShownNames names;

    DocumentSigns(OurSigns ours) {
        this.organization = ours.organization();
        this.names = ours.names();
    }

    /** In the mail's own text the words count, and who wrote them: {@link ContentSigns}. */
    Stream<Evidence> of(OutgoingMail mail) {
        return mail.documents().stream()
                .filter(document -> !mail.isText(document))
                .flatMap(document -> of(document).stream());
    }

    private Optional<Evidence> of(OfficialDocument document) {
        String issuer = document.fields().get(Field.ISSUER);
        Optional<Mailbox> us = names.mailboxOf(issuer + " " + document.superior());
        if (us.isPresent()) {
            return Optional.of(evidence(document, Evidence.ENOUGH, us.get()));
        }
        boolean elsewhere = names.isElsewhere(Lookalike.words(issuer + " " + document.superior()));
        if (bearsOurSymbol(document) && !elsewhere || isWithoutIssuer(issuer) && signedByOurs(document)) {
            return Optional.of(evidence(document, Evidence.ENOUGH, names.agency()));
        }
        return issuer.isEmpty() && document.fields().get(Field.CODE).isEmpty()
                ? Optional.of(evidence(document, 1, names.agency()))
                : Optional.empty();
    }

    /** Only the superior's name, or none, stands at its head; it may be all that a scan shows. */
    private static boolean isWithoutIssuer(String issuer) {
        return issuer.isEmpty()
                || Letterhead.SUPERIOR.matcher(Lookalike.plain(issuer)).matches();
    }

    private boolean bearsOurSymbol(OfficialDocument document) {
        String ours = Lookalike.plain(organization.agency().symbol());
        return Arrays.asList(Lookalike.plain(document.fields().get(Field.CODE)).split("[^a-z0-9]+"))
                .contains(ours);
    }

    private boolean signedByOurs(OfficialDocument document) {
        return names.people(document.fields().get(Field.SIGNER))
                .anyMatch(person -> person.role().mayHeadUnit());
    }

    private static Evidence evidence(OfficialDocument document, int weight, Mailbox by) {
        String words = Stream.of(Field.TYPE, Field.CODE, Field.SUBJECT)
                .map(document.fields()::get)
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return new Evidence(Evidence.Kind.DOCUMENT, weight, document.part(), words, by);
    }
}
