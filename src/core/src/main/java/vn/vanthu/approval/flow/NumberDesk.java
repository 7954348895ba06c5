package vn.vanthu.approval.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * A number that cannot stand in an outgoing document (taken, voided, of another document, not to be read) holds the mail
 * until the clerk settled it, whoever approved it.
 */
public final class NumberDesk {

    /** The step whose text says what is wrong with the number. */
    public static final String PROBLEM = "problem";

    private static final String SETTLED = "problem-settled";

    private static final String ASKED = "problem-asked";
    private static final String NO_CLERK = "no-clerk";
    private static final Duration REMIND_AFTER = Duration.ofHours(4);

    private final HeldMails mails;
    private final Questions questions;
    private final ApprovalPost post;
    private final LiveOrganization organization;
    private final Clock clock;
    private final Damage damage;

    public NumberDesk(
            HeldMails mails, Questions questions, ApprovalPost post, LiveOrganization organization, Clock clock) {
        this.mails = mails;
        this.questions = questions;
        this.post = post;
        this.organization = organization;
        this.clock = clock;
        this.damage = new Damage(mails, post);
    }

    void note(HeldMail held, List<String> problems) throws RegisterUnavailableException {
        if (!problems.isEmpty()) {
            mails.note(held, PROBLEM, String.join(" ", problems));
        }
    }

    /** What is wrong, as it was when the mail was held; empty when nothing was, or the clerk has settled it. */
    Optional<String> problem(HeldMail held) throws RegisterUnavailableException {
        return problem(mails, held);
    }

    /** The same, for who tells of it. */
    public static Optional<String> problem(HeldMails mails, HeldMail held) throws RegisterUnavailableException {
        return mails.noted(held, SETTLED).isPresent() ? Optional.empty() : mails.noted(held, PROBLEM);
    }

    /** Whether the clerk still has to settle it. */
    boolean isOpen(HeldMail held) throws RegisterUnavailableException {
        return problem(held).isPresent();
    }

    /** The clerk's question, when he has not answered it. */
    List<Question> unanswered(HeldMail held) throws RegisterUnavailableException {
        List<Question> unanswered = new ArrayList<>();
        for (Question question : questions.about(held.mailId(), NumberTopic.TOPIC)) {
            if (questions.answer(question).isEmpty()) {
                unanswered.add(question);
            }
        }
        return unanswered;
    }

    /** The mail ended without the clerk: he need not answer any more. */
    void close(HeldMail held, Answered end) throws RegisterUnavailableException {
        for (Question question : unanswered(held)) {
            questions.close(question, end);
        }
    }

    void settle(HeldMail held, String words) throws RegisterUnavailableException {
        mails.note(held, SETTLED, words);
    }

    /** Asks the clerk, once; nothing when there is nothing to ask. */
    void askClerk(HeldMail held, Instant until) throws RegisterUnavailableException, NotToldException {
        if (!isOpen(held) || mails.noted(held, ASKED).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            return;
        }
        List<String> clerks = clerks();
        if (clerks.isEmpty()) {
            tellOffice(held);
            return;
        }
        if (damage.isFound(held)) {
            return;
        }
        Question question = questions.ask(new Question(
                NumberTopic.TOPIC,
                held.mailId(),
                "1",
                held.version(),
                held.submission().login(),
                clerks,
                now,
                now.plus(REMIND_AFTER),
                until));
        post.askClerk(held, question, problem(held).orElse(""), false);
        mails.note(held, ASKED, "");
    }

    /** Nobody who settles numbers is there; whoever comes first is asked then. */
    private void tellOffice(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (mails.noted(held, NO_CLERK).isEmpty()) {
            post.tellOffice(
                    held,
                    NO_CLERK,
                    "có số văn bản không khớp với sổ, mà văn thư, Chánh Văn phòng và Giám đốc đều vắng");
            mails.note(held, NO_CLERK, "");
        }
    }

    private List<String> clerks() {
        Organization now = organization.get();
        LocalDate today = LocalDate.now(clock);
        return Stream.of(Role.CLERK, Role.OFFICE_HEAD, Role.DIRECTOR)
                .map(role -> now.withRole(role).stream()
                        .map(Person::address)
                        .filter(login -> !now.isAbsent(login, today))
                        .toList())
                .filter(logins -> !logins.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
