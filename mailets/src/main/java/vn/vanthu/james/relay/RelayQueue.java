package vn.vanthu.james.relay;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes mails from the outgoing queue and gives each to a {@link RelayTask}, several at a time. A mail leaves the queue
 * only when the task is done with it or has put it back with a delay.
 */
public final class RelayQueue implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RelayQueue.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

    private final MailQueue queue;
    private final RelayTask task;
    private final int workers;
    private final Scheduler scheduler;
    private final Scheduler dequeuing = Schedulers.newSingle("relay-dequeue");
    /** Names in work: after a crash one mail can stand twice in the queue, and must not be sent twice at once. */
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();

    private @Nullable Disposable running;

    public RelayQueue(MailQueue queue, RelayTask task, int workers) {
        this.queue = queue;
        this.task = task;
        this.workers = workers;
        this.scheduler = Schedulers.newBoundedElastic(workers + 1, Integer.MAX_VALUE, "relay");
    }

    public void start() {
        running = Flux.from(queue.deQueue())
                .flatMap(item -> Mono.fromRunnable(() -> process(item)).subscribeOn(scheduler), workers)
                .onErrorContinue((e, item) -> LOGGER.error("the outgoing queue gave an error", e))
                .subscribeOn(dequeuing)
                .subscribe();
    }

    private void process(MailQueueItem item) {
        Mail mail = item.getMail();
        try {
            if (inWork.add(mail.getName())) {
                relayAlone(mail);
            } else {
                queue.enQueue(mail, AFTER_A_FAULT);
            }
            item.done(MailQueueItem.CompletionStatus.SUCCESS);
        } catch (Exception e) {
            LOGGER.error("mail {} could not be put back; the queue gives it again", mail.getName(), e);
            giveBack(item);
        } finally {
            LifecycleUtil.dispose(mail);
        }
    }

    private void relayAlone(Mail mail) throws MailQueueException {
        try {
            @Nullable Duration again = task.relay(mail);
            if (again != null) {
                queue.enQueue(mail, again);
            }
        } catch (Exception | Error e) {
            // Whatever it was, the mail stays: an unexpected fault must not lose it, nor stop the worker.
            LOGGER.error("mail {} met an unexpected fault and waits", mail.getName(), e);
            queue.enQueue(mail, AFTER_A_FAULT);
        } finally {
            inWork.remove(mail.getName());
        }
    }

    private static void giveBack(MailQueueItem item) {
        try {
            item.done(MailQueueItem.CompletionStatus.RETRY);
        } catch (MailQueueException e) {
            LOGGER.error("the outgoing queue does not take a mail back; it does so after a restart", e);
        }
    }

    /** Stops taking mails; what is under way has a few seconds to end. */
    @Override
    public void close() {
        if (running != null) {
            running.dispose();
        }
        dequeuing.dispose();
        scheduler
                .disposeGracefully()
                .timeout(Duration.ofSeconds(5))
                .onErrorResume(e -> Mono.empty())
                .block();
    }
}
