package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rounds of traffic, each with one fault, and the promises counted after each. */
final class Campaign {

    private final World world;
    private final long seed;
    private final PrintWriter progress;
    private final Promises promises;
    private final Map<Fault, Count> counts = new EnumMap<>(Fault.class);

    Campaign(World world, long seed, PrintWriter progress) {
        this.world = world;
        this.seed = seed;
        this.progress = progress;
        this.promises = Promises.of(world.office());
    }

    /** So far. */
    Map<Fault, Count> counts() {
        return counts;
    }

    /** Every fault in turn, again and again, until the time is over; each at least once. */
    Map<Fault, Count> run(List<Fault> faults, Duration time) throws Exception {
        Instant end = Instant.now().plus(time);
        try (Director director = Director.start(world.office())) {
            for (int round = 0; round < faults.size() || Instant.now().isBefore(end); round++) {
                Fault fault = faults.get(round % faults.size());
                Count count = counts.computeIfAbsent(fault, any -> new Count());
                try {
                    round(fault, round, count, director);
                } catch (Exception e) {
                    throw new IllegalStateException(
                            "round " + round + ", " + fault.title() + "; the gateway's log:\n"
                                    + world.office().gateway().log(),
                            e);
                }
                progress.printf(
                        "%s: round %d, %d mails, %s%n",
                        fault.title(), count.rounds(), count.accepted(), count.isClean() ? "clean" : count.evidence());
                progress.flush();
            }
        }
        return counts;
    }

    /** Mail is taken again before a round ends. */
    private void round(Fault fault, int round, Count count, Director director) throws Exception {
        Traffic traffic = Traffic.start(fault.offices(world), seed + round);
        try (traffic) {
            fault.strike(world, new Random(seed * 1000 + round));
            int before = traffic.acceptedEachWay();
            await().atMost(Duration.ofMinutes(2)).until(() -> traffic.acceptedEachWay() > before + 2);
        }
        promises.check(count, traffic.sent(), director, world.takeDeaths());
        if (world.closeSecond()) {
            promises.forgetUndecided(traffic.sent());
        }
    }
}
