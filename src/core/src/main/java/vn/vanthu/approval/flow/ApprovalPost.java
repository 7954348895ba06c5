package vn.vanthu.approval.flow;

import java.time.Instant;
import java.util.List;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** The mails of an approval. Each is sent once, however often it is asked for. */
public interface ApprovalPost {

    /** Tells the sender: held, by whom it is decided, until when, how to withdraw. */
    void tellHeld(HeldMail held, Question question) throws NotToldException, RegisterUnavailableException;

    /** Asks those who decide, with the original attached. */
    void ask(HeldMail held, Question question) throws NotToldException, RegisterUnavailableException;

    /**
     * Asks the clerk about a number that cannot stand in the document.
     *
     * @param again as a reminder
     */
    void askClerk(HeldMail held, Question question, String problem, boolean again)
            throws NotToldException, RegisterUnavailableException;

    /**
     * Reminds those who were asked.
     *
     * @param last whether nobody is asked after them: the mail then goes back to its sender
     */
    void remind(HeldMail held, Question question, boolean last) throws NotToldException, RegisterUnavailableException;

    /** Tells the sender what was decided, and those who need not decide any more. */
    void tellDecided(HeldMail held, HoldDecision decision, List<String> others)
            throws NotToldException, RegisterUnavailableException;

    /** Tells the sender and the Office that there is nobody to decide, and until when the mail waits for somebody. */
    void tellNobody(HeldMail held, Instant until) throws NotToldException, RegisterUnavailableException;

    /** Tells the Office and the sender that the stored bytes are lost or altered, so that the mail cannot leave. */
    void tellDamaged(HeldMail held) throws NotToldException, RegisterUnavailableException;

    /** Tells the Office that nobody may or does decide. */
    void tellOffice(HeldMail held, String step, String what) throws NotToldException, RegisterUnavailableException;

    /** Lets exactly the stored bytes go to exactly the frozen envelope. */
    void release(HeldMail held) throws NotToldException, RegisterUnavailableException;
}
