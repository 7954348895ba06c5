package vn.vanthu.quarantine;

import java.util.List;
import vn.vanthu.held.HeldMail;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;

/** What the quarantine needs of the mail server. Done again, each is one mail for its reader. */
public interface QuarantinePost {

    /** Sends a held mail on its way again, to one mailbox, past all gates but the quarantine. */
    void release(HeldMail held, String mailbox) throws NotToldException;

    /** Sends a mail that is answered by reply. */
    void ask(Question question, List<String> readers, String subject, String text) throws NotToldException;
}
