package vn.vanthu.james.spam;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.rule.Symbol;

/**
 * Asks all advisers side by side. One that fails or is slow says nothing, and is left alone for a minute when it had no answer
 * about several domains ({@link Silence}): mail never waits for it longer than the limit, and never stops. Safe for many
 * threads.
 */
public final class Advisers {

    private static final Logger LOG = LoggerFactory.getLogger(Advisers.class);

    private final List<Adviser> advisers;
    private final Duration limit;
    private final Map<Adviser, Silence> silences;

    public Advisers(List<? extends Adviser> advisers, Duration limit, Clock clock) {
        this.advisers = List.copyOf(advisers);
        this.limit = limit;
        this.silences = this.advisers.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(adviser -> adviser, adviser -> new Silence(clock)));
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
        Silence silence = Objects.requireNonNull(silences.get(adviser));
        if (silence.holds()) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<List<Symbol>> answer = adviser.ask(inquiry);
        return answer.copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((said, failure) -> {
                    if (failure == null) {
                        silence.answered();
                    }
                })
                .exceptionally(failure -> {
                    answer.cancel(true);
                    boolean silent = silence.unanswered(owner(inquiry));
                    if (silent) {
                        silence.begin();
                    }
                    failed(adviser, silent, failure);
                    return List.of();
                });
    }

    private static void failed(Adviser adviser, boolean silent, Throwable failure) {
        if (silent) {
            LOG.warn("{} gives no answer: mail goes on without it for a minute ({})", adviser, failure.toString());
        } else {
            LOG.info("{} gives no answer about a mail ({})", adviser, failure.toString());
        }
    }

    /** Whose mail it is, as far as a limit on one sender's power needs it. */
    private static String owner(Adviser.Inquiry inquiry) {
        String sender = inquiry.sender();
        return sender.isEmpty()
                ? inquiry.clientAddress()
                : Link.ownedDomain(sender.substring(sender.lastIndexOf('@') + 1));
    }
}
