package vn.vanthu.confirmation;

import java.time.Instant;
import java.util.List;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** The mails of a confirmation. Each is sent once, however often it is asked for. */
public interface ConfirmationPost {

    /** Tells the sender that it waits, why and for whom; asks those who decide, with the original attached. */
    void ask(HeldMail held, Question question, String summary) throws NotToldException, RegisterUnavailableException;

    /**
     * Tells the sender and the Office that nobody can be asked now; somebody is as soon as organization.xml names him.
     *
     * @param until when it ends by itself
     */
    void tellNobody(HeldMail held, Instant until) throws NotToldException;

    /** Reminds those who were asked. */
    void remind(HeldMail held, Question question, String summary) throws NotToldException, RegisterUnavailableException;

    /** Tells the sender what was decided, and those who need not decide any more. */
    void tellDecided(HeldMail held, HoldDecision decision, List<String> others) throws NotToldException;

    /** Lets exactly the stored bytes go into the pipeline again, from the beginning. */
    void release(HeldMail held) throws NotToldException;
}
