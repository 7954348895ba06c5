package vn.vanthu.limit;

import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** The mails about a stopped login. Each is sent once, however often it is asked for. */
public interface LimitPost {

    /** Asks those who may lift the stop, and tells the login that it is stopped. */
    void ask(HeldMail held, Question stop) throws NotToldException, RegisterUnavailableException;

    /** The same again to those who did not answer yet. */
    void remind(HeldMail held, Question stop) throws NotToldException, RegisterUnavailableException;

    /** After what was held is dropped: the mail by whose answer the login may be let go on one day. */
    void askAgain(Question stop) throws NotToldException, RegisterUnavailableException;

    /** Tells the login and the Office what was decided. */
    void tellDecided(Question stop, HoldDecision decision) throws NotToldException;

    /** Lets a held mail go on through the rest of the pipeline. */
    void release(HeldMail held) throws NotToldException;
}
