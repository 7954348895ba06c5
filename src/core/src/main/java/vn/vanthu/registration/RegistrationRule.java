package vn.vanthu.registration;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.document.Caution;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/** Which documents are entered without asking the clerk. A pure function. */
public final class RegistrationRule {

    /** Without these no entry of the incoming book is complete (NĐ 30/2020, Annex IV). */
    private static final Set<Field> NEEDED =
            EnumSet.of(Field.CODE, Field.ISSUED_ON, Field.ISSUER, Field.TYPE, Field.SUBJECT);

    /** A document in use comes within days; what is older comes for reference. */
    private static final int OLDEST_DAYS = 60;

    /** Between parties: whether it is entered is for people to say. */
    private static final Set<String> AGREEMENTS = Set.of("Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Bản cam kết");

    /** NĐ 30/2020, Điều 25: they stand for their original, which has another number and issuer. */
    private static final Set<String> COPIES = Set.of("Bản sao y", "Bản sao lục", "Bản trích sao");

    private static final Pattern PRIVATE_OCCASION =
            Pattern.compile(".*\\b(?:thanh hon|tan hon|vu quy|dinh hon|an hoi|le cuoi|tiec cuoi|dam cuoi|bao hy|tan gia"
                    + "|sinh nhat|thoi noi|day thang|mung tho)\\b.*");

    private RegistrationRule() {}

    /**
     * What keeps a document from being entered by itself; empty when nothing does.
     *
     * @param mail that brings it
     * @param asks whether its mailbox asks always
     * @param enteredToday how many documents of this sender were entered by themselves today
     * @param mostADay how many may be
     * @param today the day of arrival
     */
    public static Set<Doubt> doubts(
            OfficialDocument document,
            CarryingMail mail,
            Organization organization,
            boolean asks,
            int enteredToday,
            int mostADay,
            LocalDate today) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        add(doubts, Doubt.MAILBOX_ASKS, asks);
        add(doubts, Doubt.TOO_MANY_TODAY, enteredToday >= mostADay);
        addDoubtsOfReading(doubts, document);
        addDoubtsOfAge(doubts, document, today);
        addDoubtsOfKind(doubts, document);
        doubts.addAll(mail.doubts(document));
        add(doubts, Doubt.ADDRESSED_TO_OTHERS, Addressed.toOthersOnly(document, organization));
        addDoubtsOfSender(doubts, document, mail.sender(), organization);
        return doubts;
    }

    private static void addDoubtsOfReading(Set<Doubt> doubts, OfficialDocument document) {
        add(doubts, Doubt.FIELDS_UNSURE, !NEEDED.stream().allMatch(document::isSure));
        add(doubts, Doubt.NOT_SURELY_A_DOCUMENT, document.likelihood() < OfficialDocument.SURE);
        add(doubts, Doubt.DRAFT, document.draft());
        for (Caution caution : document.cautions()) {
            doubts.add(Doubt.valueOf(caution.name()));
        }
    }

    private static void addDoubtsOfAge(Set<Doubt> doubts, OfficialDocument document, LocalDate today) {
        Optional<LocalDate> day = document.fields().date(Field.ISSUED_ON);
        add(doubts, Doubt.DATE_TO_COME, day.filter(today::isBefore).isPresent());
        add(doubts, Doubt.OLD, day.filter(today.minusDays(OLDEST_DAYS)::isAfter).isPresent());
    }

    private static void addDoubtsOfKind(Set<Doubt> doubts, OfficialDocument document) {
        String type = document.fields().get(Field.TYPE);
        String subject = Unaccented.words(document.fields().get(Field.SUBJECT));
        boolean invites = type.equals("Giấy mời") || type.equals("Thư công");
        add(doubts, Doubt.AGREEMENT, AGREEMENTS.contains(type));
        add(doubts, Doubt.COPY, COPIES.contains(type));
        add(
                doubts,
                Doubt.PRIVATE_OCCASION,
                invites && PRIVATE_OCCASION.matcher(subject).matches());
    }

    private static void addDoubtsOfSender(
            Set<Doubt> doubts, OfficialDocument document, ProvenSender sender, Organization organization) {
        if (!sender.isAuthenticated()) {
            doubts.add(Doubt.SENDER_NOT_AUTHENTICATED);
            return;
        }
        boolean known = issuer(document, organization).map(sender::speaksFor).orElse(false);
        add(doubts, Doubt.SENDER_NOT_THE_ISSUER, !known);
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
