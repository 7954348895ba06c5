package vn.vanthu.limit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Asks whether a login went over its limits. A mail stands in the register before it is asked about: of mails that come
 * side by side each sees all that passed before, so together they do not pass what one after the other would not.
 */
public final class SendingRule {

    private final SendingLimits limits;
    private final SendingHistory history;

    public SendingRule(SendingLimits limits, SendingHistory history) {
        this.limits = limits;
        this.history = history;
    }

    /**
     * @param login who sends
     * @param mail its recipients, those behind aliases and groups too
     * @param looksLikeSpam whether the filter calls it spam: then few strangers are enough
     * @param lifted when the Office last let him go on; what he sent before does not count again
     * @return why it is too much; empty when it is not
     */
    public Optional<Reason> look(
            String login,
            List<Sending> mail,
            boolean looksLikeSpam,
            Optional<Instant> lifted,
            Organization organization,
            Instant now)
            throws RegisterUnavailableException {
        if (mail.stream().noneMatch(sending -> counts(sending, organization))) {
            return Optional.empty();
        }
        Instant dayAgo = now.minus(SendingLimits.WINDOW);
        Instant after = lifted.filter(dayAgo::isBefore).orElse(dayAgo);
        List<Sending> sent = history.of(login, after);
        if (sent.size() >= SendingHistory.MOST) {
            return limits.countless(sent.size());
        }
        Set<Sending> all = new HashSet<>(sent);
        all.addAll(mail);
        List<Sending> counted =
                all.stream().filter(sending -> counts(sending, organization)).toList();
        Optional<Reason> exceeded = limits.exceededBy(counted, now);
        return exceeded.isPresent() ? exceeded : strangersAndBounces(login, counted, looksLikeSpam, after, now);
    }

    /** The register is asked for what it knows of the recipients only when there are enough of them to matter. */
    private Optional<Reason> strangersAndBounces(
            String login, List<Sending> counted, boolean looksLikeSpam, Instant after, Instant now)
            throws RegisterUnavailableException {
        Set<String> people = SendingLimits.people(counted);
        if (people.size() > limits.newRecipients(looksLikeSpam)) {
            Set<String> strangers = new HashSet<>(people);
            strangers.removeAll(history.known(people, now.minus(SendingLimits.WINDOW)));
            Optional<Reason> over = limits.newRecipientsOver(strangers, looksLikeSpam);
            if (over.isPresent()) {
                return over;
            }
        }
        if (people.size() <= limits.bounces()) {
            return Optional.empty();
        }
        Set<String> bounced = new HashSet<>(history.bounced(login, after));
        bounced.retainAll(people);
        return limits.bouncesOver(bounced);
    }

    /**
     * The address book's addresses do not count: a circular to all of them is office work. Others in its domains do: a
     * province's shared mail domain holds thousands, whom a stolen account could flood.
     */
    private static boolean counts(Sending sending, Organization organization) {
        return !organization.isInside(sending.recipient()) && !organization.isListed(sending.recipient());
    }
}
