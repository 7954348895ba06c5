package vn.vanthu.limit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.organization.Organization;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Question;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * A stopped login from its stop to its end. The first mail over the limit asks the Office, every later one is held with it.
 * MỞ lets the login go on and sends what is held; BỎ drops what is held.
 */
public final class LimitTopic implements Topic {

    /** The step of a hold that names the stop on which it waits. */
    private static final String WAITS_FOR = "waits-for";

    private final HeldMails mails;
    private final Stops stops;
    private final Register register;
    private final LimitPost post;
    private final Clock clock;
    /** The stops about which this process has told; after a start it tells again, which is the same mail. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public LimitTopic(HeldMails mails, Stops stops, Register register, LimitPost post, Clock clock) {
        this.mails = mails;
        this.stops = stops;
        this.register = register;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Stops.TOPIC;
    }

    /**
     * Stops the login of a held mail, or lets the mail wait for the stop that is there; done again it is the same.
     *
     * @param before the login's newest stop when it was looked at
     * @throws NotToldException when the mails about it cannot be queued now
     */
    public void stop(HeldMail held, Optional<Stops.Stop> before, Organization organization)
            throws RegisterUnavailableException, NotToldException {
        if (mails.noted(held, WAITS_FOR).isPresent()) {
            return;
        }
        Question stop = stops.stop(held.submission().login(), before, organization);
        if (!told.contains(stop.code())) {
            post.ask(held, stop);
            told.add(stop.code());
        }
        mails.note(held, WAITS_FOR, stop.name());
    }

    @Override
    public List<Reply> replies(Question question) {
        return List.of(LimitReply.lift(), LimitReply.drop());
    }

    @Override
    public void remind(Question question) throws RegisterUnavailableException, NotToldException {
        Optional<HeldMail> first =
                mails.open(Purpose.LIMIT, question.requester()).stream().findFirst();
        if (first.isPresent()) {
            post.remind(first.get(), question);
        }
    }

    @Override
    public void expire(Question question) {
        // nothing is let go because nobody answered
    }

    /** What was decided for a stop is decided for every mail that waits on it; then each is carried out. */
    @Override
    public void resume() throws RegisterUnavailableException, NotToldException {
        for (HeldMail held : mails.open(Purpose.LIMIT)) {
            Optional<Answered> end = endFor(held);
            if (end.isPresent()) {
                Answered answer = end.get();
                String outcome = answer.outcome().equals(Stops.LIFTED) ? "released" : "rejected";
                mails.decide(held, new HoldDecision(outcome, answer.login(), answer.text(), clock.instant()));
            }
        }
        Attempts attempts = new Attempts();
        for (HeldMail held : mails.unfinished(Purpose.LIMIT)) {
            Optional<HoldDecision> decision = mails.decision(held);
            if (decision.isPresent()) {
                attempts.attempt(() -> carryOut(held, decision.get()));
            }
        }
        attempts.end();
    }

    private Optional<Answered> endFor(HeldMail held) throws RegisterUnavailableException {
        Optional<Stops.Stop> stop = stopOf(held);
        return stop.isPresent() ? stop.get().end() : Optional.empty();
    }

    private Optional<Stops.Stop> stopOf(HeldMail held) throws RegisterUnavailableException {
        Optional<String> name = mails.noted(held, WAITS_FOR);
        return name.isEmpty() ? Optional.empty() : stops.named(held.submission().login(), name.get());
    }

    private void carryOut(HeldMail held, HoldDecision decision) throws RegisterUnavailableException, NotToldException {
        if (decision.outcome().equals("released")) {
            post.release(held);
        } else {
            register.outcomes(held.envelope().recipients().stream()
                    .map(recipient -> DeliveryEvent.settled(
                            held.mailId(), recipient, Outcome.REFUSED, clock.instant(), "", "dropped by the Office"))
                    .toList());
        }
        Optional<Stops.Stop> stop = stopOf(held);
        if (stop.isPresent()) {
            record(stop.get().question(), decision);
            post.tellDecided(stop.get().question(), decision);
            if (!decision.outcome().equals("released")) {
                post.askAgain(stops.next(stop.get().question()));
            }
        }
        mails.carriedOut(held);
    }

    private void record(Question stop, HoldDecision decision) throws RegisterUnavailableException {
        AdminAct.Action action = decision.outcome().equals("released")
                ? AdminAct.Action.SENDING_LIFTED
                : AdminAct.Action.HELD_MAIL_DROPPED;
        register.administered(new AdminAct(
                decision.at(),
                decision.login(),
                "",
                action,
                stop.requester(),
                decision.text(),
                "limit:" + stop.code()));
    }
}
