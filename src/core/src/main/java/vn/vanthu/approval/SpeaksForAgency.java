package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;

/**
 * Which mail acts for the agency or a unit (Điều 7 khoản 1, Điều 8 khoản 2): its sender, display name, letterhead, number,
 * signature, statement or a document in it says so. A personal exchange does not, nor what is quoted or forwarded below the
 * writer's own words, nor a mail that stays inside. Making a rule takes longer than asking it; safe for many threads.
 */
public final class SpeaksForAgency {

    /** Which mail from the agency's and the units' mailboxes speaks for them. */
    public enum Mailboxes {
        /** Every one. */
        ALL,
        /** Those that say or carry something official; "received, thank you" does not. */
        OFFICIAL,
        /** Only what would speak for them from a personal mailbox too. */
        NONE
    }

    private static final String CLAUSE = "Điều 7 khoản 1; Điều 8 khoản 2 điểm b";
    private static final Reason PERSONAL =
            Reason.of("personal-exchange", CLAUSE, "Thư trao đổi công việc của cá nhân, không phải duyệt.");

    private final OurSigns ours;
    private final Mailboxes mailboxes;

    /** @param mailboxes which mail from the agency's and the units' own mailboxes counts */
    public SpeaksForAgency(Organization organization, Mailboxes mailboxes) {
        this.ours = OurSigns.of(organization);
        this.mailboxes = mailboxes;
    }

    /** Whether it was made for this organization, as it stands. */
    public boolean isOf(Organization organization) {
        return ours.organization() == organization;
    }

    /** What the mail shows. */
    public Speaking judge(OutgoingMail mail) {
        if (mail.recipients().stream().allMatch(ours.organization()::isInside)) {
            return Speaking.nothing();
        }
        HeaderSigns header = new HeaderSigns(ours, mailboxes);
        boolean fromShared = header.isFromShared(mail);
        ContentSigns content = new ContentSigns(
                ours,
                mail.login(),
                fromShared && mailboxes != Mailboxes.NONE,
                !fromShared || mailboxes != Mailboxes.NONE);
        List<Evidence> evidence = new ArrayList<>(header.of(mail));
        mail.parts().forEach(part -> evidence.addAll(content.of(part, mail)));
        new DocumentSigns(ours).of(mail).forEach(evidence::add);
        List<ReadPart> unread = mail.parts().stream().filter(ReadPart::isUnread).toList();
        return new Speaking(withoutRepeats(evidence), unread);
    }

    /** The same thing in the plain and the HTML form of one text is one thing; two different ones are two. */
    private static List<Evidence> withoutRepeats(List<Evidence> evidence) {
        List<Evidence> distinct = new ArrayList<>();
        for (Evidence each : evidence) {
            boolean known = distinct.stream()
                    .anyMatch(other -> other.kind() == each.kind()
                            && (other.words().equals(each.words()) || each.weight() < Evidence.ENOUGH));
            if (!known) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /** To hold, with what the mail shows, or to let it go. */
    public Decision decide(OutgoingMail mail) {
        Speaking speaking = judge(mail);
        return speaking.isOfficial() ? Decision.hold(reason(speaking)) : Decision.deliver(PERSONAL);
    }

    /** Why such a mail is held. */
    public static Reason reason(Speaking speaking) {
        String whose = speaking.inNameOf().map(Mailbox::name).orElse("cơ quan");
        return Reason.of(
                        "speaks-for-agency",
                        CLAUSE,
                        "Thư gửi ra ngoài nhân danh " + whose + " phải được lãnh đạo duyệt trước khi gửi. Căn cứ: "
                                + speaking.describe() + ".")
                .withDetail(Stream.concat(
                                speaking.evidence().stream().map(Evidence::describe),
                                speaking.unread().stream().map(part -> part.path() + " " + part.unread()))
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(""));
    }
}
