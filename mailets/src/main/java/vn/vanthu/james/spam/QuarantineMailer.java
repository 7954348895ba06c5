package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.util.List;
import vn.vanthu.held.HeldMail;
import vn.vanthu.james.Notice;
import vn.vanthu.james.Notices;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.quarantine.QuarantinePost;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;

/** Sends the mails of the quarantine through James. */
public final class QuarantineMailer implements QuarantinePost {

    private final Notices notices;
    private final Questions questions;
    private final ReleasedMail released;

    @Inject
    public QuarantineMailer(Notices notices, Questions questions, ReleasedMail released) {
        this.notices = notices;
        this.questions = questions;
        this.released = released;
    }

    @Override
    public void release(HeldMail held, String mailbox) throws NotToldException {
        released.queueAgain(held, mailbox);
    }

    @Override
    public void ask(Question question, List<String> readers, String subject, String text) throws NotToldException {
        notices.tellOrThrow(Notice.of("quarantine-" + question.mailId(), readers, subject, text)
                .asking(questions.keyOf(question)));
    }
}
