package vn.vanthu.quarantine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When digests are sent.
 *
 * @param times local; in their order, at least one
 */
public record QuarantineTerms(List<LocalTime> times) {

    /** At eight in the morning. */
    public static final QuarantineTerms USUAL = new QuarantineTerms(List.of(LocalTime.of(8, 0)));

    public QuarantineTerms {
        times = times.stream().distinct().sorted().toList();
        if (times.isEmpty()) {
            throw new IllegalArgumentException("digests need a time");
        }
    }

    /** The newest time of a digest that is over. */
    Instant newest(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Optional<Instant> newest = Stream.of(today, today.minusDays(1), today.minusDays(2))
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(time -> !time.isAfter(now))
                .max(Instant::compareTo);
        return newest.orElseThrow();
    }
}
