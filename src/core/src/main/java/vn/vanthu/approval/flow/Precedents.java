package vn.vanthu.approval.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.approval.Evidence;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.register.RegisterUnavailableException;

/** Mail that is approved already: a leader's own, and a document that was approved before. */
public final class Precedents {

    private final HeldMails mails;
    private final Questions questions;
    private final LiveOrganization organization;
    private final Clock clock;

    public Precedents(HeldMails mails, Questions questions, LiveOrganization organization, Clock clock) {
        this.mails = mails;
        this.questions = questions;
        this.organization = organization;
        this.clock = clock;
    }

    /** Writes into the log of approvals that a leader approved his own mail. */
    public void logOwn(MailId mail, String version, String login) throws RegisterUnavailableException {
        Instant at = clock.instant();
        Question question = questions.ask(
                new Question(ApprovalFlow.TOPIC, mail, "own", version, login, List.of(login), at, at, at));
        questions.close(question, new Answered("approved", login, "", "", at));
    }

    /**
     * Whether every document in it was approved, byte for byte, every outside recipient belongs to a place that the
     * documents name, and nothing else in the mail speaks for the agency.
     */
    public boolean isApprovedBefore(OutgoingMail mail, Speaking speaking) throws RegisterUnavailableException {
        if (mail.documents().isEmpty() || !speaking.unread().isEmpty() || !goesToNamedPlaces(mail)) {
            return false;
        }
        Set<String> approved = new HashSet<>();
        for (OfficialDocument document : mail.documents()) {
            if (!isApproved(hashOf(document, mail))) {
                return false;
            }
            approved.add(document.part());
        }
        return speaking.evidence().stream().allMatch(evidence -> isCovered(evidence, approved));
    }

    private static boolean isCovered(Evidence evidence, Set<String> approved) {
        return switch (evidence.kind()) {
            case SENDER, SUBJECT -> true;
            case DISPLAY_NAME, AMBIGUOUS -> false;
            default -> approved.contains(evidence.part());
        };
    }

    private boolean goesToNamedPlaces(OutgoingMail mail) {
        Organization now = organization.get();
        return mail.recipients().stream()
                .filter(recipient -> !now.isInside(recipient))
                .allMatch(recipient -> mail.documents().stream().allMatch(document -> document.toPlaces().stream()
                        .flatMap(name -> now.place(name).stream())
                        .anyMatch(place -> place.owns(recipient))));
    }

    private boolean isApproved(String sha256) throws RegisterUnavailableException {
        if (sha256.isEmpty()) {
            return false;
        }
        for (HeldMail before : mails.withNote(Purpose.APPROVAL, CarryOut.DOCUMENT + sha256)) {
            Optional<HoldDecision> decision = mails.decision(before);
            if (decision.isPresent() && decision.get().outcome().equals(ApprovalFlow.RELEASED)) {
                return true;
            }
        }
        return false;
    }

    /** SHA-256 of each official document that is a file of its own. */
    public static List<String> documents(OutgoingMail mail) {
        return mail.documents().stream()
                .map(document -> hashOf(document, mail))
                .filter(hash -> !hash.isEmpty())
                .distinct()
                .toList();
    }

    private static String hashOf(OfficialDocument document, OutgoingMail mail) {
        return mail.parts().stream()
                .filter(part -> !part.body() && part.path().equals(document.part()))
                .map(ReadPart::sha256)
                .findFirst()
                .orElse("");
    }
}
