package vn.vanthu.approval.flow;

import java.time.Clock;
import java.util.List;
import vn.vanthu.approval.Releases;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Does what was decided about a held mail, each thing once, to its end. */
public final class CarryOut {

    /** Begins the step that names a document of the mail by its SHA-256. */
    static final String DOCUMENT = "document-";

    private static final String QUEUED = "queued";

    private final HeldMails mails;
    private final Releases releases;
    private final Register register;
    private final OutgoingNumbers numbers;
    private final ApprovalPost post;
    private final Clock clock;
    private final Damage damage;

    public CarryOut(
            HeldMails mails,
            Releases releases,
            Register register,
            OutgoingNumbers numbers,
            ApprovalPost post,
            Clock clock) {
        this.mails = mails;
        this.releases = releases;
        this.register = register;
        this.numbers = numbers;
        this.post = post;
        this.clock = clock;
        this.damage = new Damage(mails, post);
    }

    void run(HeldMail held, HoldDecision decision, List<Question> asked)
            throws RegisterUnavailableException, NotToldException {
        if (decision.outcome().equals(ApprovalFlow.RELEASED)) {
            if (!isQueued(held) && damage.isFound(held)) {
                return;
            }
            release(held, decision);
        } else {
            giveBack(held, decision);
        }
        List<String> others = asked.stream()
                .flatMap(question -> question.asked().stream())
                .distinct()
                .filter(login -> !login.equals(decision.login()))
                .toList();
        post.tellDecided(held, decision, others);
        mails.carriedOut(held);
    }

    private void release(HeldMail held, HoldDecision decision) throws RegisterUnavailableException, NotToldException {
        releases.release(
                held.mailId(), held.envelope().recipients(), held.content().sha256(), Releases.Ground.APPROVAL);
        // Before it is queued: the archive's sheet shows who approved.
        numbers.enter(held, decision.login());
        if (!isQueued(held)) {
            post.release(held);
            mails.note(held, QUEUED, "");
        }
    }

    private boolean isQueued(HeldMail held) throws RegisterUnavailableException {
        return mails.noted(held, QUEUED).isPresent();
    }

    /** Whether it was approved but cannot leave, because its stored bytes are damaged. */
    boolean isStuck(HeldMail held) throws RegisterUnavailableException {
        return damage.isTold(held) && !isQueued(held);
    }

    private void giveBack(HeldMail held, HoldDecision decision) throws RegisterUnavailableException {
        List<DeliveryEvent> events = held.envelope().recipients().stream()
                .map(recipient -> DeliveryEvent.settled(
                        held.mailId(), recipient, Outcome.REFUSED, clock.instant(), "", decision.outcome()))
                .toList();
        register.outcomes(events);
    }
}
