package vn.vanthu.limit;

import java.time.Duration;
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
 *
 * <p>The address book's addresses are no recipients to count, nor are mails to them alone in the minute and the hour: a
 * circular to all of them is office work, as one mail or as one for each. Others
 * in its domains are: a province's shared mail domain holds thousands, whom a stolen account could flood.
 */
public final class SendingRule {

    /** How far the clocks of two gateways may differ. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

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
        if (mail.stream().allMatch(sending -> organization.isInside(sending.recipient()))) {
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
        all.removeIf(sending -> organization.isInside(sending.recipient()));
        // A clock that was ahead and was set back: what it noted is not of this minute, hour and day.
        all.removeIf(sending -> sending.at().isAfter(now.plus(AHEAD)));
        List<Sending> unlisted = all.stream()
                .filter(sending -> !organization.isListed(sending.recipient()))
                .toList();
        Optional<Reason> exceeded = limits.exceededBy(all, unlisted, now);
        if (exceeded.isEmpty()) {
            exceeded = strangersAndBounces(login, unlisted, looksLikeSpam, after, now);
        }
        return exceeded.isEmpty() && looksLikeSpam ? spam(login, mail, all, after) : exceeded;
    }

    /** Of what looks like spam everybody counts: who holds an account knows its correspondents and the address book. */
    private Optional<Reason> spam(String login, List<Sending> mail, Set<Sending> all, Instant after)
            throws RegisterUnavailableException {
        Set<String> spam = new HashSet<>(history.calledSpam(login, after));
        mail.forEach(sending -> spam.add(sending.mailId()));
        return limits.recipientsOfSpamOver(SendingLimits.people(
                all.stream().filter(sending -> spam.contains(sending.mailId())).toList()));
    }

    /** The register is asked for what it knows of the recipients only when there are enough of them to matter. */
    private Optional<Reason> strangersAndBounces(
            String login, List<Sending> unlisted, boolean looksLikeSpam, Instant after, Instant now)
            throws RegisterUnavailableException {
        Set<String> people = SendingLimits.people(unlisted);
        if (people.size() > limits.newRecipients(looksLikeSpam)) {
            Set<String> strangers = new HashSet<>(people);
            strangers.removeAll(history.known(login, people, now.minus(SendingLimits.WINDOW)));
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
}
