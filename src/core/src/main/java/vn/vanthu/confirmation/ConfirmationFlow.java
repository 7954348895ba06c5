package vn.vanthu.confirmation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The way of a mail that waits for a confirmation. Each step looks at what the register says and does the next thing, by a key
 * of its own; so whoever takes a step (a mail, an answer, the clock, a start after a crash) may take it again.
 */
public final class ConfirmationFlow implements Topic {

    /** The topic's code. */
    public static final String TOPIC = "confirm";

    /** The rule's name in the log. */
    public static final String RULE = "HoldForConfirmation";

    static final String CONFIRMED = "confirmed";
    static final String REJECTED = "rejected";
    private static final String RELEASED = "released";
    private static final String EXPIRED = "expired";
    private static final String SUMMARY = "summary";
    private static final String QUEUED = "queued";
    private static final String TOLD = "told";
    private static final String NOBODY = "nobody";

    private static final List<Purpose> PURPOSES = List.of(Purpose.SECRECY_TOPIC, Purpose.UNREAD, Purpose.PLACES);

    /** How long when nothing else is said. */
    private static final Deadlines USUAL = new Deadlines(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7));

    private final HeldMails mails;
    private final Questions questions;
    private final Register register;
    private final ConfirmationPost post;
    private final LiveOrganization organization;
    private final Clock clock;
    private volatile Deadlines deadlines = USUAL;
    /** One step of a mail at a time in this process; between processes the keys decide. */
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    public ConfirmationFlow(
            HeldMails mails,
            Questions questions,
            Register register,
            ConfirmationPost post,
            LiveOrganization organization,
            Clock clock) {
        this.mails = mails;
        this.questions = questions;
        this.register = register;
        this.post = post;
        this.organization = organization;
        this.clock = clock;
    }

    /** For questions that are asked from now on. */
    public void use(Deadlines others) {
        deadlines = others;
    }

    /** Asks for the confirmation of a mail that is held for it. */
    public void submit(HeldMail held, String summary) throws RegisterUnavailableException {
        mails.note(held, SUMMARY, summary);
        follow(held);
    }

    /** Whether the mail was let go to all of these recipients: for this concern, or for its topic, when all of it was seen. */
    public boolean isConfirmed(MailId mail, Purpose purpose, Collection<String> recipients)
            throws RegisterUnavailableException {
        return confirmed(mail, purpose, recipients)
                || purpose == Purpose.UNREAD && confirmed(mail, Purpose.SECRECY_TOPIC, recipients);
    }

    private boolean confirmed(MailId mail, Purpose purpose, Collection<String> recipients)
            throws RegisterUnavailableException {
        Optional<HeldMail> held = mails.find(mail, purpose);
        return held.isPresent()
                && held.get().envelope().recipients().containsAll(recipients)
                && mails.decision(held.get())
                        .filter(decision -> decision.outcome().equals(RELEASED))
                        .isPresent();
    }

    /** Takes every step that can be taken now; what cannot be sent now is sent by {@link #resume}. */
    void follow(HeldMail held) throws RegisterUnavailableException {
        try {
            advance(held);
        } catch (NotToldException e) {
            // The register has it, and the clock takes the step again.
        }
    }

    /** Another gateway's mail is moved on by that one, which sees the answer within seconds. */
    private void advance(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (!mails.isHere(held)) {
            return;
        }
        synchronized (locks[Math.floorMod(held.mailId().hashCode(), locks.length)]) {
            Optional<HoldDecision> decision = mails.decision(held);
            if (decision.isEmpty()) {
                decision = decide(held);
            }
            if (decision.isPresent()) {
                carryOut(held, decision.get());
            }
        }
    }

    /** Asks, or looks at the newest answer; empty while the mail has to wait. */
    private Optional<HoldDecision> decide(HeldMail held) throws RegisterUnavailableException, NotToldException {
        List<Question> asked = asked(held);
        Optional<Answered> answer = asked.isEmpty() ? Optional.empty() : questions.answer(asked.get(asked.size() - 1));
        if (asked.isEmpty()
                || answer.filter(last -> last.outcome().equals(EXPIRED)).isPresent()) {
            return isOver(held)
                    ? Optional.of(mails.decide(held, new HoldDecision(EXPIRED, "", "", clock.instant())))
                    : ask(held, asked);
        }
        if (answer.isEmpty()) {
            tell(held, asked.get(asked.size() - 1));
            return Optional.empty();
        }
        Answered given = answer.get();
        String outcome = given.outcome().equals(CONFIRMED) ? RELEASED : REJECTED;
        return Optional.of(mails.decide(held, new HoldDecision(outcome, given.login(), given.text(), given.at())));
    }

    /** The next confirmer, and who was asked before. */
    private Optional<HoldDecision> ask(HeldMail held, List<Question> before)
            throws RegisterUnavailableException, NotToldException {
        List<String> all = confirmers(held, LocalDate.now(clock));
        if (all.isEmpty()) {
            return nobody(held);
        }
        Instant now = clock.instant();
        Instant end = held.heldAt().plus(deadlines.expire());
        Instant escalation = now.plus(deadlines.escalate());
        Question question = questions.ask(new Question(
                TOPIC,
                held.mailId(),
                held.purpose().code() + "-" + (before.size() + 1),
                held.version(),
                held.submission().login(),
                all.subList(0, Math.min(all.size(), before.size() + 1)),
                now,
                now.plus(deadlines.remind()),
                escalation.isBefore(end) ? escalation : end));
        tell(held, question);
        return Optional.empty();
    }

    private Optional<HoldDecision> nobody(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (mails.noted(held, NOBODY).isEmpty()) {
            post.tellNobody(held, held.heldAt().plus(deadlines.expire()));
            mails.note(held, NOBODY, "");
        }
        return Optional.empty();
    }

    private void tell(HeldMail held, Question question) throws RegisterUnavailableException, NotToldException {
        post.ask(held, question, summary(held));
        questions.note(question, TOLD, "");
    }

    /** Whether the places are right its sender knows; everything else others look at. */
    List<String> confirmers(HeldMail held, LocalDate today) {
        String sender = held.submission().login();
        if (held.purpose() == Purpose.PLACES) {
            return organization.get().person(sender).map(Person::address).stream()
                    .toList();
        }
        return organization.get().confirmersFor(sender, today).stream()
                .map(Person::address)
                .toList();
    }

    private boolean isOver(HeldMail held) {
        return !clock.instant().isBefore(held.heldAt().plus(deadlines.expire()));
    }

    private String summary(HeldMail held) throws RegisterUnavailableException {
        return mails.noted(held, SUMMARY).orElse("");
    }

    private List<Question> asked(HeldMail held) throws RegisterUnavailableException {
        return questions.about(held.mailId(), TOPIC).stream()
                .filter(question -> isAbout(question, held.purpose()))
                .toList();
    }

    private static boolean isAbout(Question question, Purpose purpose) {
        return question.name().startsWith(purpose.code() + "-");
    }

    private Optional<HeldMail> heldOf(Question question) throws RegisterUnavailableException {
        for (Purpose purpose : PURPOSES) {
            if (isAbout(question, purpose)) {
                return mails.find(question.mailId(), purpose);
            }
        }
        return Optional.empty();
    }

    /** Does what was decided, each thing once, to its end. */
    private void carryOut(HeldMail held, HoldDecision decision) throws RegisterUnavailableException, NotToldException {
        if (decision.outcome().equals(RELEASED)) {
            register.decided(
                    held.mailId(),
                    RULE,
                    Decision.deliver(Reason.of(CONFIRMED, ConfirmationReply.clause(held), "Đã được xác nhận cho gửi.")
                            .withDetail(decision.login())));
            if (mails.noted(held, QUEUED).isEmpty()) {
                post.release(held);
                mails.note(held, QUEUED, "");
            }
        } else {
            register.outcomes(held.envelope().recipients().stream()
                    .map(recipient -> DeliveryEvent.settled(
                            held.mailId(), recipient, Outcome.REFUSED, clock.instant(), "", decision.outcome()))
                    .toList());
        }
        List<String> others = asked(held).stream()
                .flatMap(question -> question.asked().stream())
                .distinct()
                .filter(login -> !login.equals(decision.login()))
                .toList();
        post.tellDecided(held, decision, others);
        mails.carriedOut(held);
    }

    /** Who decided what, for whom it is too late. */
    String whatStands(Question question) throws RegisterUnavailableException {
        return questions
                .answer(question)
                .map(answer -> answer.login() + (answer.outcome().equals(CONFIRMED) ? " đã cho gửi." : " đã từ chối."))
                .orElse("");
    }

    @Override
    public String code() {
        return TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) throws RegisterUnavailableException {
        Optional<HeldMail> held = heldOf(question);
        return held.isEmpty()
                ? List.of()
                : List.of(
                        new ConfirmationReply(true, held.get(), this), new ConfirmationReply(false, held.get(), this));
    }

    @Override
    public void remind(Question question) throws RegisterUnavailableException, NotToldException {
        Optional<HeldMail> held = heldOf(question);
        if (held.isPresent()) {
            post.remind(held.get(), question, summary(held.get()));
        }
    }

    @Override
    public void expire(Question question) throws RegisterUnavailableException, NotToldException {
        questions.close(question, new Answered(EXPIRED, "", "", "", clock.instant()));
        Optional<HeldMail> held = heldOf(question);
        if (held.isPresent()) {
            advance(held.get());
        }
    }

    @Override
    public void resume() throws RegisterUnavailableException, NotToldException {
        List<HeldMail> unfinished = new ArrayList<>();
        for (Purpose purpose : PURPOSES) {
            unfinished.addAll(mails.unfinished(purpose));
            for (HeldMail held : mails.open(purpose)) {
                if (mails.noted(held, SUMMARY).isPresent() && waitsForNobody(held)) {
                    unfinished.add(held);
                }
            }
        }
        for (Question question : questions.openWithout(TOPIC, TOLD)) {
            unfinished.addAll(heldOf(question).stream().toList());
        }
        Attempts attempts = new Attempts();
        for (HeldMail held : unfinished) {
            attempts.attempt(() -> advance(held));
        }
        attempts.end();
    }

    /** What a crash left between two steps, or who was asked is not here any more. */
    private boolean waitsForNobody(HeldMail held) throws RegisterUnavailableException {
        List<Question> asked = asked(held);
        return asked.isEmpty() || questions.answer(asked.get(asked.size() - 1)).isPresent();
    }
}
