package vn.vanthu.james.approval;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.approval.flow.ApprovalPost;
import vn.vanthu.approval.flow.ApprovalWords;
import vn.vanthu.approval.flow.NumberDesk;
import vn.vanthu.approval.flow.NumberTopic;
import vn.vanthu.approval.flow.WithdrawTopic;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.james.Notice;
import vn.vanthu.james.Notices;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** Sends the mails of an approval through James. */
public final class ApprovalMailer implements ApprovalPost {

    private static final Duration LONGER_THAN_ANY_APPROVAL = Duration.ofDays(3650);

    private final Notices notices;
    private final HeldMails mails;
    private final Questions questions;
    private final ReleasedMail released;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public ApprovalMailer(
            Notices notices,
            HeldMails mails,
            Questions questions,
            ReleasedMail released,
            LiveOrganization organization,
            Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.questions = questions;
        this.released = released;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public void tellHeld(HeldMail held, Question question) throws NotToldException, RegisterUnavailableException {
        String sender = held.submission().login();
        if (isInside(sender)) {
            notices.tellOrThrow(withdrawable(
                    held,
                    Notice.of(
                            "approval-held-" + question.code(),
                            List.of(sender),
                            ApprovalNotices.heldSubject(held),
                            ApprovalNotices.held(
                                    held, question, names(question.asked()), numberProblem(held), isOurs(sender)))));
        }
    }

    @Override
    public void tellNobody(HeldMail held, Instant until) throws NotToldException, RegisterUnavailableException {
        tellOffice(held, "nobody", "không còn ai có quyền duyệt thư này");
        String sender = held.submission().login();
        if (isInside(sender)) {
            notices.tellOrThrow(withdrawable(
                    held,
                    Notice.of(
                            "approval-nobody-" + held.mailId(),
                            List.of(sender),
                            ApprovalNotices.heldSubject(held),
                            ApprovalNotices.nobody(held, ApprovalWords.time(until), isOurs(sender)))));
        }
    }

    /** RÚT is a command, which takes a person of the organization. */
    private Notice withdrawable(HeldMail held, Notice notice) throws RegisterUnavailableException {
        return isOurs(held.submission().login()) ? notice.asking(withdrawalKey(held)) : notice;
    }

    private String withdrawalKey(HeldMail held) throws RegisterUnavailableException {
        return questions.keyOf(questions.ask(new Question(
                WithdrawTopic.TOPIC,
                held.mailId(),
                "1",
                held.version(),
                held.submission().login(),
                List.of(held.submission().login()),
                held.heldAt(),
                held.heldAt().plus(LONGER_THAN_ANY_APPROVAL),
                held.heldAt().plus(LONGER_THAN_ANY_APPROVAL))));
    }

    @Override
    public void ask(HeldMail held, Question question) throws NotToldException, RegisterUnavailableException {
        List<String> asked = question.asked().stream().filter(this::isOurs).toList();
        if (asked.isEmpty()) {
            return;
        }
        String summary = summary(held);
        boolean urgent = mails.noted(held, ApprovalFlow.URGENT).isPresent();
        notices.tellOrThrow(Notice.of(
                        "approval-ask-" + question.code(),
                        asked,
                        ApprovalNotices.askSubject(held, urgent),
                        ApprovalNotices.ask(held, question, summary, names(asked)))
                .urgent(urgent)
                .asking(questions.keyOf(question))
                .attaching(() -> mails.content(held)));
    }

    @Override
    public void askClerk(HeldMail held, Question question, String problem, boolean again)
            throws NotToldException, RegisterUnavailableException {
        List<String> asked = question.asked().stream().filter(this::isOurs).toList();
        if (asked.isEmpty()) {
            return;
        }
        boolean urgent = mails.noted(held, ApprovalFlow.URGENT).isPresent();
        notices.tellOrThrow(Notice.of(
                        (again ? "number-remind-" : "number-ask-") + question.code(),
                        asked,
                        (again ? "Nhắc: " : "") + ApprovalNotices.clerkSubject(held, urgent),
                        ApprovalNotices.clerk(held, question, problem, names(asked)))
                .urgent(urgent)
                .asking(questions.keyOf(question))
                .attaching(() -> mails.content(held)));
    }

    /** What was read, what is new in a changed draft, what the clerk did about its number, and who agreed before. */
    private String summary(HeldMail held) throws RegisterUnavailableException {
        StringBuilder text =
                new StringBuilder(mails.noted(held, ApprovalFlow.SUMMARY).orElse(""));
        mails.noted(held, ApprovalFlow.CHANGES)
                .ifPresent(changes -> text.append('\n').append(changes));
        answers(held, NumberTopic.TOPIC, "Văn thư: ", text);
        answers(held, ApprovalFlow.TOPIC, "Đã qua: ", text);
        return text.toString();
    }

    private void answers(HeldMail held, String topic, String label, StringBuilder text)
            throws RegisterUnavailableException {
        for (Question question : questions.about(held.mailId(), topic)) {
            questions
                    .answer(question)
                    .filter(answer -> !answer.login().isEmpty())
                    .ifPresent(answer -> text.append('\n')
                            .append(label)
                            .append(ApprovalWords.whatStands(answer))
                            .append('\n'));
        }
    }

    private String numberProblem(HeldMail held) throws RegisterUnavailableException {
        return NumberDesk.problem(mails, held).orElse("");
    }

    @Override
    public void remind(HeldMail held, Question question, boolean last)
            throws NotToldException, RegisterUnavailableException {
        List<String> asked = question.asked().stream().filter(this::isOurs).toList();
        if (asked.isEmpty()) {
            return;
        }
        boolean urgent = mails.noted(held, ApprovalFlow.URGENT).isPresent();
        notices.tellOrThrow(Notice.of(
                        "approval-remind-" + question.code(),
                        asked,
                        "Nhắc: " + ApprovalNotices.askSubject(held, urgent),
                        ApprovalNotices.remind(held, question, summary(held), last))
                .urgent(urgent)
                .asking(questions.keyOf(question))
                .attaching(() -> mails.content(held)));
    }

    @Override
    public void tellDecided(HeldMail held, HoldDecision decision, List<String> others) throws NotToldException {
        String requester = held.submission().login();
        if (isInside(requester)) {
            notices.tellOrThrow(Notice.of(
                    "approval-decided-" + held.mailId(),
                    List.of(requester),
                    ApprovalNotices.decidedSubject(held, decision),
                    ApprovalNotices.decided(held, decision, organization.get().describe(decision.login()))));
        }
        List<String> rest = others.stream()
                .filter(login -> isOurs(login) && !login.equals(requester))
                .toList();
        if (!rest.isEmpty()) {
            notices.tellOrThrow(Notice.of(
                    "approval-closed-" + held.mailId(),
                    rest,
                    ApprovalNotices.decidedSubject(held, decision),
                    ApprovalNotices.closed(held, decision, organization.get().describe(decision.login()))));
        }
    }

    @Override
    public void tellDamaged(HeldMail held) throws NotToldException {
        List<String> told = isInside(held.submission().login())
                ? Stream.concat(office(), Stream.of(held.submission().login()))
                        .distinct()
                        .toList()
                : office().toList();
        notices.tellOrThrow(Notice.of(
                "approval-damaged-" + held.mailId(),
                told,
                "Bản lưu của thư bị hỏng: " + held.subject() + " (" + held.mailId() + ")",
                ApprovalNotices.damaged(held)));
    }

    @Override
    public void tellOffice(HeldMail held, String step, String what) throws NotToldException {
        notices.tellOrThrow(Notice.of(
                "approval-office-" + step + "-" + held.mailId(),
                office().toList(),
                "Thư chờ duyệt cần Văn phòng xem / a held mail needs the Office (" + held.mailId() + ")",
                ApprovalNotices.office(held, what)));
    }

    private Stream<String> office() {
        return organization.get().office(LocalDate.now(clock)).stream();
    }

    @Override
    public void release(HeldMail held) throws NotToldException {
        released.queue(held);
    }

    private boolean isOurs(String login) {
        return organization.get().person(login).isPresent();
    }

    /** Whoever can log in here reads what became of his mail, a person of the organization or not. */
    private boolean isInside(String login) {
        return organization.get().isInside(login);
    }

    private String names(List<String> logins) {
        return String.join(
                ", ", logins.stream().map(organization.get()::describe).toList());
    }

    /** The last day for people. */
    static String until(Question question) {
        return ApprovalWords.time(question.expiresAt());
    }
}
