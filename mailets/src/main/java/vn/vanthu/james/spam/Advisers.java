package vn.vanthu.james.spam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.spam.rule.Symbol;

/**
 * Asks all advisers side by side. One that fails or is slow says nothing, and is left alone for a minute: mail never waits
 * for it longer than the limit, and never stops. Safe for many threads.
 */
public final class Advisers {

    private static final Logger LOG = LoggerFactory.getLogger(Advisers.class);
    private static final Duration LEAVE_ALONE = Duration.ofMinutes(1);

    private final List<Adviser> advisers;
    private final Duration limit;
    private final Clock clock;
    private final Map<Adviser, Instant> silentUntil = new ConcurrentHashMap<>();

    public Advisers(List<? extends Adviser> advisers, Duration limit, Clock clock) {
        this.advisers = List.copyOf(advisers);
        this.limit = limit;
        this.clock = clock;
    }

    /** Asks without waiting; completes within the limit and never fails. */
    public CompletableFuture<List<Symbol>> ask(Adviser.Inquiry inquiry) {
        List<CompletableFuture<List<Symbol>>> asked =
                advisers.stream().map(adviser -> ask(adviser, inquiry)).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(all -> {
            List<Symbol> said = new ArrayList<>();
            asked.forEach(each -> said.addAll(each.join()));
            return said;
        });
    }

    private CompletableFuture<List<Symbol>> ask(Adviser adviser, Adviser.Inquiry inquiry) {
        if (clock.instant().isBefore(silentUntil.getOrDefault(adviser, Instant.MIN))) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<List<Symbol>> answer = adviser.ask(inquiry);
        return answer.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionally(failure -> {
            answer.cancel(true);
            silentUntil.put(adviser, clock.instant().plus(LEAVE_ALONE));
            LOG.warn("{} gives no answer: mail goes on without it for a minute ({})", adviser, failure.toString());
            return List.of();
        });
    }
}
