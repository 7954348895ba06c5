package vn.vanthu.james.limit;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.mailet.Mail;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.james.Notice;
import vn.vanthu.james.Notices;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.limit.LimitPost;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** Sends the mails about a stop through James. */
public final class LimitMailer implements LimitPost {

    private final Notices notices;
    private final Questions questions;
    private final ReleasedMail released;
    private final LiveOrganization organization;

    @Inject
    public LimitMailer(Notices notices, Questions questions, ReleasedMail released, LiveOrganization organization) {
        this.notices = notices;
        this.questions = questions;
        this.released = released;
        this.organization = organization;
    }

    @Override
    public void ask(HeldMail held, Question stop) throws NotToldException, RegisterUnavailableException {
        askOffice("limit-ask-", stop, LimitNotices.askSubject(stop), LimitNotices.ask(held, stop));
        tell(
                "limit-stopped-" + stop.code(),
                List.of(stop.requester()),
                LimitNotices.stoppedSubject(stop),
                LimitNotices.stopped(held));
    }

    @Override
    public void remind(HeldMail held, Question stop) throws NotToldException, RegisterUnavailableException {
        askOffice("limit-remind-", stop, "Nhắc: " + LimitNotices.askSubject(stop), LimitNotices.ask(held, stop));
    }

    @Override
    public void askAgain(Question stop) throws NotToldException, RegisterUnavailableException {
        askOffice("limit-again-", stop, LimitNotices.againSubject(stop), LimitNotices.again(stop));
    }

    private void askOffice(String name, Question stop, String subject, String text)
            throws NotToldException, RegisterUnavailableException {
        List<String> asked = ours(stop.asked());
        // Only the gateway that asked first can make the key that answers it.
        if (!asked.isEmpty() && questions.find(questions.keyOf(stop)).isPresent()) {
            notices.tellOrThrow(Notice.of(name + stop.code(), asked, subject, text)
                    .urgent(true)
                    .asking(questions.keyOf(stop)));
        }
    }

    @Override
    public void tellDecided(Question stop, HoldDecision decision) throws NotToldException {
        List<String> concerned = new ArrayList<>(stop.asked());
        concerned.add(stop.requester());
        tell(
                "limit-decided-" + stop.code(),
                concerned,
                LimitNotices.decidedSubject(stop, decision),
                LimitNotices.decided(stop, decision));
    }

    @Override
    public void release(HeldMail held) throws NotToldException {
        released.queue(held, Mail.DEFAULT);
    }

    private List<String> ours(List<String> logins) {
        return logins.stream()
                .filter(login -> organization.get().person(login).isPresent())
                .toList();
    }

    private void tell(String name, List<String> to, String subject, String text) throws NotToldException {
        List<String> people = ours(to);
        if (!people.isEmpty()) {
            notices.tellOrThrow(Notice.of(name, people, subject, text));
        }
    }
}
