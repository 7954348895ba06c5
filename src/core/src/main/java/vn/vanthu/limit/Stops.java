package vn.vanthu.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The logins that are stopped. A stop is a question to the Office; a login's stops are numbered, so mails that come side by
 * side at two gateways make one stop. A login goes on when its newest stop was lifted, and only then.
 */
public final class Stops {

    /** The topic's code. */
    public static final String TOPIC = "limit";

    /** How a stop ends: the login may send, and what is held goes on. */
    public static final String LIFTED = "lifted";

    /** What is held is dropped; the login stays stopped, by the {@link #next} stop. */
    public static final String DROPPED = "dropped";

    private static final Duration REMINDER = Duration.ofHours(2);
    /** A stop does not end by itself. */
    private static final Duration NEVER = Duration.ofDays(3650);

    private final Questions questions;
    private final Clock clock;

    public Stops(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /** The newest stop of a login and how it ended. */
    public record Stop(Question question, Optional<Answered> end) {

        public boolean isLifted() {
            return end.filter(answer -> answer.outcome().equals(LIFTED)).isPresent();
        }
    }

    /** The newest stop of a login; empty when it was never stopped. */
    public Optional<Stop> newestOf(String login) throws RegisterUnavailableException {
        List<Question> all = questions.about(subject(login), TOPIC);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Question newest = all.get(all.size() - 1);
        return Optional.of(new Stop(newest, questions.answer(newest)));
    }

    /** The stop of a login with this name; see {@link Question#name}. */
    Optional<Stop> named(String login, String name) throws RegisterUnavailableException {
        for (Question question : questions.about(subject(login), TOPIC)) {
            if (question.name().equals(name)) {
                return Optional.of(new Stop(question, questions.answer(question)));
            }
        }
        return Optional.empty();
    }

    /** The stops that nobody decided about, oldest first. */
    public List<Question> open() throws RegisterUnavailableException {
        return questions.open(TOPIC);
    }

    /**
     * Stops a login; while a stop is open it is that one.
     *
     * @param before its newest stop when it was looked at
     */
    Question stop(String login, Optional<Stop> before, Organization organization) throws RegisterUnavailableException {
        if (before.isPresent() && before.get().end().isEmpty()) {
            return before.get().question();
        }
        int number = before.map(stop -> numberAfter(stop.question())).orElse(1);
        return ask(login, number, mayLift(organization, login));
    }

    /** The stop that follows on a dropped one, so that there is always one to lift; asked again it is the same. */
    Question next(Question dropped) throws RegisterUnavailableException {
        return ask(dropped.requester(), numberAfter(dropped), dropped.asked());
    }

    private static int numberAfter(Question stop) {
        return Integer.parseInt(stop.name()) + 1;
    }

    private Question ask(String login, int number, List<String> asked) throws RegisterUnavailableException {
        Instant now = clock.instant();
        return questions.ask(new Question(
                TOPIC,
                subject(login),
                String.valueOf(number),
                login,
                login,
                asked,
                now,
                now.plus(REMINDER),
                now.plus(NEVER)));
    }

    /** Ends a stop; the first end stands and is returned. */
    public Answered end(Question stop, String outcome, String login, String text) throws RegisterUnavailableException {
        return questions.close(stop, new Answered(outcome, login, "", text, clock.instant()));
    }

    /** The Office's head and the leaders, but never the login concerned. */
    private static List<String> mayLift(Organization organization, String login) {
        List<String> people = Stream.of(Role.OFFICE_HEAD, Role.DIRECTOR, Role.STANDING_DEPUTY, Role.DEPUTY)
                .flatMap(role -> organization.withRole(role).stream())
                .map(Person::address)
                .filter(address -> !address.equals(login))
                .distinct()
                .toList();
        // Nobody is left: only the administrator's shell ends it.
        return people.isEmpty() ? List.of(organization.agency().noticesAddress()) : people;
    }

    /** In the place of a mail: a stop is about a login. */
    private static MailId subject(String login) {
        return MailId.ofMailName("limit\n" + login);
    }
}
