package vn.vanthu.registration;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.Field;

/** Which documents are entered without asking the clerk. A pure function. */
public final class RegistrationRule {

    /** Without these no entry of the incoming book is complete (NĐ 30/2020, Annex IV). */
    private static final Set<Field> NEEDED =
            EnumSet.of(Field.CODE, Field.ISSUED_ON, Field.ISSUER, Field.TYPE, Field.SUBJECT);

    private RegistrationRule() {}

    /**
     * What keeps a document from being entered by itself; empty when nothing does.
     *
     * @param asks whether its mailbox asks always
     * @param enteredToday how many documents of this sender were entered by themselves today
     * @param mostADay how many may be
     * @param today the day of arrival
     */
    public static Set<Doubt> doubts(
            OfficialDocument document,
            ProvenSender sender,
            Organization organization,
            boolean asks,
            int enteredToday,
            int mostADay,
            LocalDate today) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        add(doubts, Doubt.MAILBOX_ASKS, asks);
        add(doubts, Doubt.FIELDS_UNSURE, !NEEDED.stream().allMatch(document::isSure));
        add(doubts, Doubt.NOT_SURELY_A_DOCUMENT, document.likelihood() < OfficialDocument.SURE);
        add(doubts, Doubt.DRAFT, document.draft());
        add(
                doubts,
                Doubt.DATE_TO_COME,
                document.fields().date(Field.ISSUED_ON).filter(today::isBefore).isPresent());
        if (sender.isAuthenticated()) {
            Optional<Place> issuer = issuer(document, organization);
            add(
                    doubts,
                    Doubt.SENDER_NOT_THE_ISSUER,
                    !issuer.map(sender::speaksFor).orElse(false));
        } else {
            doubts.add(Doubt.SENDER_NOT_AUTHENTICATED);
        }
        add(doubts, Doubt.TOO_MANY_TODAY, enteredToday >= mostADay);
        return doubts;
    }

    /** The place that issued it; offices such as "Sở Nội vụ" are also found with their province or ministry behind. */
    private static Optional<Place> issuer(OfficialDocument document, Organization organization) {
        String name = document.fields().get(Field.ISSUER);
        return organization.place(name).or(() -> organization.place(name + " " + document.superior()));
    }

    private static void add(Set<Doubt> doubts, Doubt doubt, boolean applies) {
        if (applies) {
            doubts.add(doubt);
        }
    }
}
