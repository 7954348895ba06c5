package vn.vanthu.james.approval;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import vn.vanthu.approval.LeadersOwnMail;
import vn.vanthu.approval.Releases;
import vn.vanthu.approval.SpeaksForAgency;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.approval.flow.OutgoingNumbers;
import vn.vanthu.approval.flow.OutgoingNumbers.Bearer;
import vn.vanthu.approval.flow.Precedents;
import vn.vanthu.approval.flow.Submission;
import vn.vanthu.approval.flow.SubmissionSummary;
import vn.vanthu.approval.flow.Versions;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.held.Holding;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/** Lets a mail that speaks for the agency pass by a right that it has already, or holds it. */
public final class ApprovalGate {

    private static final String RULE = "HoldForApproval";

    /**
     * How a mail is held.
     *
     * @param usual deadlines
     * @param urgent deadlines of HỎA TỐC
     */
    public record Terms(Deadlines usual, Deadlines urgent, Duration keepFor) {

        static Terms of(Duration keepFor) {
            return new Terms(
                    new Deadlines(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7)),
                    new Deadlines(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1)),
                    keepFor);
        }

        public static final Terms USUAL = of(Duration.ofDays(90));
    }

    private final HeldMails held;
    private final Releases releases;
    private final Register register;
    private final ApprovalFlow flow;
    private final Precedents precedents;
    private final OutgoingNumbers numbers;
    private final Versions versions;
    private final Holding holding;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public ApprovalGate(
            HeldMails held,
            Releases releases,
            Register register,
            ApprovalFlow flow,
            Precedents precedents,
            OutgoingNumbers numbers,
            Versions versions,
            Holding holding,
            LiveOrganization organization,
            Clock clock) {
        this.held = held;
        this.releases = releases;
        this.register = register;
        this.flow = flow;
        this.precedents = precedents;
        this.numbers = numbers;
        this.versions = versions;
        this.holding = holding;
        this.organization = organization;
        this.clock = clock;
    }

    /** Whether it has its release, or gets one without a question: see {@link Precedents}. */
    public boolean mayPass(Mail mail, Outgoing outgoing) throws MessagingException, RegisterUnavailableException {
        MailId id = MailIds.of(mail);
        String sha256 = outgoing.bytes().sha256();
        if (releases.isReleased(id, outgoing.recipients(), sha256)) {
            return true;
        }
        if (held.find(id, Purpose.APPROVAL).isPresent()) {
            return false;
        }
        LeadersOwnMail own = new LeadersOwnMail(organization.get(), LocalDate.now(clock));
        if (own.is(outgoing.mail(), outgoing.speaking()) && isEntered(mail, outgoing)) {
            precedents.logOwn(id, sha256, outgoing.mail().login());
            pass(id, outgoing, Releases.Ground.OWN_MAIL, "leaders-own-mail", "Lãnh đạo tự gửi từ tài khoản của mình.");
            return true;
        }
        if (precedents.isApprovedBefore(outgoing.mail(), outgoing.speaking())) {
            pass(
                    id,
                    outgoing,
                    Releases.Ground.SENT_AGAIN,
                    "approved-before",
                    "Văn bản đã được duyệt, gửi tiếp tới nơi có tên trong văn bản.");
            return true;
        }
        return false;
    }

    /** Its documents stand in the outgoing book. With a number that does not fit it is held, and the clerk is asked. */
    private boolean isEntered(Mail mail, Outgoing outgoing) throws MessagingException, RegisterUnavailableException {
        Bearer bearer = new Bearer(
                MailIds.of(mail),
                mailbox(outgoing),
                outgoing.mail().login(),
                SubmittedMail.of(mail).map(SubmittedMail::receivedAt).orElseGet(clock::instant));
        return numbers.enter(
                        bearer, outgoing.mail().documents(), outgoing.mail().parts())
                .isEmpty();
    }

    private String mailbox(Outgoing outgoing) {
        return outgoing.speaking()
                .inNameOf()
                .map(Mailbox::address)
                .orElseGet(() -> organization.get().agency().mailbox());
    }

    private void pass(MailId id, Outgoing outgoing, Releases.Ground ground, String code, String text)
            throws RegisterUnavailableException {
        releases.release(id, outgoing.recipients(), outgoing.bytes().sha256(), ground);
        register.decided(id, RULE, Decision.deliver(Reason.of(code, "Điều 7 khoản 1", text)));
    }

    /** Freezes bytes and envelope, then asks; returns when that is durable. The mail may then be dropped. */
    public void hold(Mail mail, Outgoing outgoing, Terms terms)
            throws MessagingException, RegisterUnavailableException {
        Envelope envelope = new Envelope(Addresses.of(mail.getMaybeSender()), outgoing.recipients());
        Reason reason = SpeaksForAgency.reason(outgoing.speaking());
        HeldMail kept =
                holding.keepPart(mail, MailIds.of(mail), terms(mail, envelope, outgoing, reason, terms.keepFor()));
        holding.record(
                mail,
                kept.mailId(),
                RULE,
                Decision.hold(reason),
                kept.envelope().recipients(),
                Outcome.HELD,
                "waits for approval");
        for (HeldMail earlier : numbers.waiting(kept, outgoing.mail().documents())) {
            if (Versions.replaces(kept, earlier)) {
                flow.replace(earlier, kept);
            }
        }
        List<String> problems =
                numbers.claim(kept, outgoing.mail().documents(), outgoing.mail().parts());
        boolean urgent = isUrgent(outgoing);
        flow.submit(
                kept,
                new Submission(
                        SubmissionSummary.of(organization.get(), outgoing.mail(), outgoing.speaking(), problems),
                        versions.changes(kept, outgoing.mail().parts()),
                        problems,
                        urgent,
                        urgent ? terms.urgent() : terms.usual(),
                        Precedents.documents(outgoing.mail())));
    }

    private Holding.Terms terms(Mail mail, Envelope envelope, Outgoing outgoing, Reason reason, Duration keepFor) {
        String mailbox = mailbox(outgoing);
        SubmittedMail from = SubmittedMail.of(mail)
                .orElseGet(() -> new SubmittedMail(outgoing.mail().login(), "", outgoing.bytes(), clock.instant()));
        String subject = outgoing.mail().header().subject();
        return new Holding.Terms(Purpose.APPROVAL, mailbox, envelope, from, subject, reason.text(), keepFor);
    }

    private static boolean isUrgent(Outgoing outgoing) {
        String subject = Unaccented.words(outgoing.mail().header().subject());
        return subject.toLowerCase(Locale.ROOT).contains("hoa toc")
                || outgoing.mail().documents().stream()
                        .anyMatch(document -> Unaccented.words(document.fields().get(Field.URGENCY))
                                .contains("hoa toc"));
    }
}
