package vn.vanthu.approval.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Grace;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The way of a held mail from its hold to its end. Each step looks at what the register says and does the next thing, by a
 * key of its own; so whoever takes a step (a mail, a reply, the clock, a start after a crash) may take it again.
 */
public final class ApprovalFlow implements Topic {

    /** The topic's code. */
    public static final String TOPIC = "approval";

    static final String RELEASED = "released";
    static final String EXPIRED = "expired";
    private static final String TOLD = "told";
    private static final String NOBODY = "nobody";
    private static final String DEADLINES = "deadlines";
    /** The step whose text is for those who decide. */
    public static final String SUMMARY = "summary";
    /** The step whose text says what is new in a changed draft. */
    public static final String CHANGES = "changes";
    /** The step of a HỎA TỐC mail. */
    public static final String URGENT = "urgent";

    private final HeldMails mails;
    private final Questions questions;
    private final CarryOut carryOut;
    private final NumberDesk numbers;
    private final ApprovalPost post;
    private final LiveOrganization organization;
    private final Clock clock;
    private final Damage damage;
    private final Grace grace;
    /** One step of a mail at a time in this process; between processes the keys decide. */
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    public ApprovalFlow(
            HeldMails mails,
            Questions questions,
            CarryOut carryOut,
            NumberDesk numbers,
            ApprovalPost post,
            LiveOrganization organization,
            Clock clock) {
        this.mails = mails;
        this.questions = questions;
        this.carryOut = carryOut;
        this.numbers = numbers;
        this.post = post;
        this.organization = organization;
        this.clock = clock;
        this.damage = new Damage(mails, post);
        this.grace = new Grace(clock.instant());
    }

    /** Asks for the approval of a mail that is held for it. */
    public void submit(HeldMail held, Submission submission) throws RegisterUnavailableException {
        mails.note(held, DEADLINES, submission.deadlines().text());
        if (submission.urgent()) {
            mails.note(held, URGENT, "HỎA TỐC");
        }
        numbers.note(held, submission.numberProblems());
        if (!submission.changes().isEmpty()) {
            mails.note(held, CHANGES, submission.changes());
        }
        for (String document : submission.documents()) {
            mails.note(held, CarryOut.DOCUMENT + document, "");
        }
        mails.note(held, SUMMARY, submission.summary());
        follow(held);
    }

    /** Takes every step that can be taken now; what cannot be sent now is sent by {@link #resume}. */
    void follow(HeldMail held) throws RegisterUnavailableException {
        try {
            advance(held);
        } catch (NotToldException e) {
            // The register has it, and the clock takes the step again.
        }
    }

    /** Another gateway's mail is not moved on here: that one sees the answer, and takes the next step, within seconds. */
    private void advance(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (!mails.isHere(held)) {
            return;
        }
        synchronized (locks[Math.floorMod(held.mailId().hashCode(), locks.length)]) {
            Optional<HoldDecision> decision = mails.decision(held);
            if (decision.isEmpty()) {
                numbers.askClerk(held, ends(held));
                decision = decide(held);
            }
            if (decision.isPresent()) {
                List<Question> asked = new ArrayList<>(questions.about(held.mailId(), TOPIC));
                asked.addAll(numbers.unanswered(held));
                carryOut.run(held, decision.get(), asked);
                numbers.close(held, asAnswer(decision.get()));
            }
        }
    }

    /** Asks, or looks at the newest answer; empty while the mail has to wait. */
    private Optional<HoldDecision> decide(HeldMail held) throws RegisterUnavailableException, NotToldException {
        List<Question> all = questions.about(held.mailId(), TOPIC);
        if (all.isEmpty()) {
            return isOver(held) ? silence(held, "không có ai duyệt") : askNext(held, all);
        }
        Question last = all.get(all.size() - 1);
        Optional<Answered> answer = questions.answer(last);
        if (answer.isEmpty()) {
            tell(held, last);
            return Optional.empty();
        }
        return switch (answer.get().outcome()) {
            case "approved" -> approved(held, all, answer.get());
            case "forwarded" -> ask(held, all, List.of(answer.get().text()));
            case EXPIRED -> isOver(held) ? decided(held, EXPIRED, answer.get()) : askNext(held, all);
            default -> decided(held, answer.get().outcome(), answer.get());
        };
    }

    /** After the unit's head comes the agency's leader; after the last one the clerk, when he was asked about a number. */
    private Optional<HoldDecision> approved(HeldMail held, List<Question> all, Answered answer)
            throws RegisterUnavailableException, NotToldException {
        if (approvers().decides(answer.login(), held)) {
            return numbers.isOpen(held) ? unsettled(held) : decided(held, RELEASED, answer);
        }
        if (isOver(held)) {
            return silence(held, "chưa có lãnh đạo duyệt");
        }
        List<String> leaders = approvers().next(held, List.of());
        return leaders.isEmpty() ? nobody(held) : ask(held, all, leaders);
    }

    /** When there was no clerk to ask, no question of his ends it. */
    private Optional<HoldDecision> unsettled(HeldMail held) throws RegisterUnavailableException {
        return isOver(held) ? silence(held, NumberTopic.UNSETTLED) : Optional.empty();
    }

    /** Ends it whatever was answered until now; the first end wins. */
    void end(HeldMail held, Answered answer) throws RegisterUnavailableException {
        decided(held, answer.outcome(), answer);
        for (Question question : questions.about(held.mailId(), TOPIC)) {
            questions.close(question, answer);
        }
        follow(held);
    }

    private Optional<HoldDecision> decided(HeldMail held, String outcome, Answered answer)
            throws RegisterUnavailableException {
        return Optional.of(mails.decide(held, new HoldDecision(outcome, answer.login(), answer.text(), answer.at())));
    }

    private Optional<HoldDecision> silence(HeldMail held, String words) throws RegisterUnavailableException {
        return decided(held, EXPIRED, new Answered(EXPIRED, "", "", words, clock.instant()));
    }

    private boolean isOver(HeldMail held) throws RegisterUnavailableException {
        return grace.isOver(held.heldAt(), ends(held), clock.instant());
    }

    private Instant ends(HeldMail held) throws RegisterUnavailableException {
        return held.heldAt().plus(deadlines(held).expire());
    }

    private Deadlines deadlines(HeldMail held) throws RegisterUnavailableException {
        return Deadlines.parse(mails.noted(held, DEADLINES).orElse("PT4H PT24H PT168H"));
    }

    private Optional<HoldDecision> askNext(HeldMail held, List<Question> before)
            throws RegisterUnavailableException, NotToldException {
        List<String> asked =
                before.stream().flatMap(question -> question.asked().stream()).toList();
        List<String> next =
                before.isEmpty() ? approvers().first(held) : approvers().next(held, asked);
        if (!next.isEmpty()) {
            // Who was asked before may still decide; he is only no longer alone.
            return ask(
                    held,
                    before,
                    Stream.concat(next.stream(), asked.stream().filter(approvers()::isPresent))
                            .toList());
        }
        List<String> still =
                asked.stream().filter(approvers()::isPresent).distinct().toList();
        if (!still.isEmpty()) {
            return ask(held, before, still);
        }
        return nobody(held);
    }

    private Optional<HoldDecision> nobody(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (mails.noted(held, NOBODY).isEmpty()) {
            post.tellNobody(held, ends(held));
            mails.note(held, NOBODY, "");
        }
        return Optional.empty();
    }

    private Optional<HoldDecision> ask(HeldMail held, List<Question> before, List<String> whom)
            throws RegisterUnavailableException, NotToldException {
        Deadlines deadlines = deadlines(held);
        Instant now = clock.instant();
        Instant end = ends(held);
        Instant escalation = now.plus(deadlines.escalate());
        Question question = questions.ask(new Question(
                TOPIC,
                held.mailId(),
                String.valueOf(before.size() + 1),
                held.version(),
                held.submission().login(),
                whom,
                now,
                now.plus(deadlines.remind()),
                escalation.isBefore(end) && now.isBefore(end) ? escalation : end));
        tell(held, question);
        return Optional.empty();
    }

    private void tell(HeldMail held, Question question) throws RegisterUnavailableException, NotToldException {
        if (damage.isFound(held)) {
            return;
        }
        post.ask(held, question);
        post.tellHeld(held, question);
        questions.note(question, TOLD, "");
    }

    /** For which the clerk is asked beside those who approve. */
    Optional<String> numberProblem(HeldMail held) throws RegisterUnavailableException {
        return numbers.problem(held);
    }

    /** Whether its stored bytes keep it from leaving. */
    boolean isStuck(HeldMail held) throws RegisterUnavailableException {
        return carryOut.isStuck(held);
    }

    Approvers approvers() {
        return new Approvers(organization.get(), LocalDate.now(clock));
    }

    /** Who decided what, for whom it is too late. */
    String whatStands(Question question) throws RegisterUnavailableException {
        return questions.answer(question).map(ApprovalWords::whatStands).orElse("");
    }

    @Override
    public String code() {
        return TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) throws RegisterUnavailableException {
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        List<Reply> replies = new ArrayList<>();
        if (held.isPresent()) {
            for (ApprovalReply.Kind kind : ApprovalReply.Kind.values()) {
                replies.add(new ApprovalReply(kind, held.get(), this));
            }
        }
        return replies;
    }

    @Override
    public void remind(Question question) throws RegisterUnavailableException, NotToldException {
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        if (held.isPresent() && !damage.isFound(held.get())) {
            // The register rounds its times.
            boolean last = !question.expiresAt().isBefore(ends(held.get()).minusMillis(1));
            post.remind(held.get(), question, last);
        }
    }

    @Override
    public void expire(Question question) throws RegisterUnavailableException, NotToldException {
        questions.close(question, new Answered(EXPIRED, "", "", "", clock.instant()));
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        if (held.isPresent()) {
            post.tellOffice(held.get(), "silent-" + question.name(), "chưa được quyết định trong thời hạn");
            advance(held.get());
        }
    }

    /** The sender takes his mail back, when nobody decided yet; what stands is returned. */
    Optional<Answered> withdraw(HeldMail held, Answered withdrawal) throws RegisterUnavailableException {
        List<Question> all = questions.about(held.mailId(), TOPIC);
        if (waitsForNobody(held, all)) {
            decided(held, withdrawal.outcome(), withdrawal);
        }
        for (Question question : all) {
            questions.close(question, withdrawal);
        }
        follow(held);
        Optional<HoldDecision> end = mails.decision(held);
        return end.isPresent() ? end.map(ApprovalFlow::asAnswer) : questions.answer(all.get(all.size() - 1));
    }

    /** The sender sent a changed draft while the earlier one waited: only the new one can be approved. */
    public void replace(HeldMail earlier, HeldMail by) throws RegisterUnavailableException {
        if (mails.decision(earlier).isEmpty()) {
            withdraw(
                    earlier,
                    new Answered(
                            "withdrawn",
                            by.submission().login(),
                            by.mailId().value(),
                            "đã thay bằng bản mới, mã thư " + by.mailId(),
                            by.submission().receivedAt()));
        }
    }

    /** Whether no open question stands between a withdrawal and the end: nobody was asked, is left, or the leader not yet. */
    private boolean waitsForNobody(HeldMail held, List<Question> all) throws RegisterUnavailableException {
        return all.isEmpty()
                || questions
                        .answer(all.get(all.size() - 1))
                        .filter(answer -> answer.outcome().equals(EXPIRED)
                                || (answer.outcome().equals("approved")
                                        && !approvers().decides(answer.login(), held)))
                        .isPresent();
    }

    static Answered asAnswer(HoldDecision end) {
        return new Answered(end.outcome(), end.login(), "", end.text(), end.at());
    }

    @Override
    public void resume() throws RegisterUnavailableException, NotToldException {
        Attempts attempts = new Attempts();
        for (HeldMail held : mails.unfinished(Purpose.APPROVAL)) {
            attempts.attempt(() -> advance(held));
        }
        List<Question> open = questions.open(TOPIC);
        Set<MailId> asked = new HashSet<>();
        open.forEach(question -> asked.add(question.mailId()));
        for (HeldMail held : mails.open(Purpose.APPROVAL)) {
            if (!asked.contains(held.mailId()) && mails.noted(held, SUMMARY).isPresent()) {
                attempts.attempt(() -> advance(held));
            }
        }
        for (Question question : questions.openWithout(TOPIC, TOLD)) {
            Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
            if (held.isPresent()) {
                attempts.attempt(() -> advance(held.get()));
            }
        }
        for (Question question : open) {
            if (question.asked().stream().noneMatch(approvers()::isPresent)) {
                attempts.attempt(() -> expire(question));
            }
        }
        attempts.end();
    }
}
