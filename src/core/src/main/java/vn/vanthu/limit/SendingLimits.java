package vn.vanthu.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.vanthu.decision.Reason;

/**
 * The most that a login may send to the outside.
 *
 * @param messages mails; those to listed addresses alone count in the day only
 * @param recipients whom the address book does not list by address, each counted once
 * @param newRecipients of these, in 24 hours: who got nothing from this login before that day
 * @param newRecipientsOfSpam the same, for a mail that the filter calls spam; and all recipients of such mails, listed or
 *     known or not
 * @param bounces in 24 hours: recipients whose mail came back
 */
public record SendingLimits(Rate messages, Rate recipients, int newRecipients, int newRecipientsOfSpam, int bounces) {

    /** The clause that these limits carry out. */
    public static final String CLAUSE = "Điều 5 khoản 3 điểm i";

    /** Reason: the filter calls a mail of ours spam. */
    public static final String SPAM = "spam-sent";

    /** For an office: nobody meets them in a day's work; a stolen account does before its fiftieth stranger. */
    public static final SendingLimits USUAL =
            new SendingLimits(new Rate(20, 120, 400), new Rate(60, 100, 300), 40, 10, 15);

    /** How far back the limits look. */
    public static final Duration WINDOW = Duration.ofDays(1);

    /** What is counted, how far back, and how much is allowed. */
    private record Measure(String code, String words, Duration window, int most) {

        Optional<Reason> over(long count) {
            return count <= most
                    ? Optional.empty()
                    : Optional.of(Reason.of(
                                    "limit-" + code,
                                    CLAUSE,
                                    "Tài khoản gửi ra ngoài quá nhiều: " + count + " " + words + ", mức cho phép là "
                                            + most + ".")
                            .withDetail(code + ": " + count + " of " + most));
        }
    }

    /**
     * What can be told from the mails alone.
     *
     * @param outside of one login, in the last day
     * @param unlisted of these, to whom the address book does not list
     */
    Optional<Reason> exceededBy(Collection<Sending> outside, Collection<Sending> unlisted, Instant now) {
        return first(unlisted, now, Sending::mailId, messages, "messages", "thư")
                .or(() -> perDay("messages", "thư", messages)
                        .over(outside.stream().map(Sending::mailId).distinct().count()))
                .or(() -> first(unlisted, now, Sending::recipient, recipients, "recipients", "người nhận"));
    }

    private static Optional<Reason> first(
            Collection<Sending> sendings,
            Instant now,
            java.util.function.Function<Sending, String> what,
            Rate rate,
            String code,
            String words) {
        List<Measure> measures = List.of(
                new Measure(code + "-per-minute", words + " trong một phút", Duration.ofMinutes(1), rate.minute()),
                new Measure(code + "-per-hour", words + " trong một giờ", Duration.ofHours(1), rate.hour()),
                perDay(code, words, rate));
        for (Measure measure : measures) {
            Predicate<Sending> recent = sending -> sending.at().isAfter(now.minus(measure.window()));
            long count = sendings.stream().filter(recent).map(what).distinct().count();
            Optional<Reason> over = measure.over(count);
            if (over.isPresent()) {
                return over;
            }
        }
        return Optional.empty();
    }

    private static Measure perDay(String code, String words, Rate rate) {
        return new Measure(code + "-per-day", words + " trong 24 giờ", WINDOW, rate.day());
    }

    /** So much that nobody counts whom the address book lists. */
    Optional<Reason> countless(long sendings) {
        return perDay("recipients", "người nhận", recipients).over(sendings);
    }

    int newRecipients(boolean looksLikeSpam) {
        return looksLikeSpam ? Math.min(newRecipients, newRecipientsOfSpam) : newRecipients;
    }

    Optional<Reason> newRecipientsOver(Set<String> strangers, boolean looksLikeSpam) {
        String words = "người nhận mới trong 24 giờ";
        Measure measure = looksLikeSpam
                ? new Measure("spam", words + " (thư này có dấu hiệu thư rác)", WINDOW, newRecipients(true))
                : new Measure("new-recipients", words, WINDOW, newRecipients);
        return measure.over(strangers.size());
    }

    Optional<Reason> recipientsOfSpamOver(Set<String> people) {
        return new Measure(
                        "spam-recipients",
                        "người nhận trong 24 giờ của thư có dấu hiệu thư rác",
                        WINDOW,
                        newRecipients(true))
                .over(people.size());
    }

    Optional<Reason> bouncesOver(Set<String> bounced) {
        return new Measure("bounces", "người nhận không nhận được (thư bị trả lại) trong 24 giờ", WINDOW, bounces)
                .over(bounced.size());
    }

    static Set<String> people(Collection<Sending> sendings) {
        return sendings.stream().map(Sending::recipient).collect(Collectors.toSet());
    }
}
