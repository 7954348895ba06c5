package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends mails over several connections at once, as fast as they are taken or at a steady rate. */
final class LoadGenerator {

    private final MailServer server;
    private final Workload workload;
    private final int connections;
    private final Letter letter;

    LoadGenerator(MailServer server, Workload workload, int connections) {
        this.server = server;
        this.workload = workload;
        this.connections = connections;
        this.letter = Letter.ofSize(workload.size());
    }

    /**
     * @param start when the first mail went off
     * @param cpu what the server had used up to then
     * @param ends when each mail's end of DATA was sent, by number
     */
    record Sent(long start, Duration cpu, long[] ends) {}

    /**
     * Sends mails and returns when each has its 250. Connections and logins are made before the clock starts.
     *
     * @param perSecond the rate; 0: as fast as they are taken
     */
    Sent send(Destination destination, int count, int perSecond) throws IOException, InterruptedException {
        long interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<SmtpConnection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(connect());
        }
        AtomicInteger next = new AtomicInteger();
        long[] ends = new long[count];
        Duration cpu = server.processes().cpu();
        long start = System.nanoTime();
        onEach(open, connection -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                LockSupport.parkNanos(start + number * interval - System.nanoTime());
                ends[number] = send(connection, destination.recipient(number), number);
            }
            connection.close();
        });
        return new Sent(start, cpu, ends);
    }

    private SmtpConnection connect() throws IOException {
        return workload.way() == Workload.Way.LOCAL
                ? SmtpConnection.toServer(server.port(25))
                : server.toSubmission(sender());
    }

    private long send(SmtpConnection connection, String recipient, int number) throws IOException {
        return connection.send(sender(), recipient, letter.from(sender(), recipient, number));
    }

    private String sender() {
        return workload.way() == Workload.Way.LOCAL ? "dan@benchmark.example" : "vanthu@" + Inboxes.DOMAIN;
    }

    private interface Conversation {
        void hold(SmtpConnection connection) throws IOException;
    }

    private static void onEach(List<SmtpConnection> open, Conversation conversation)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(open.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (SmtpConnection connection : open) {
                running.add(threads.submit(() -> {
                    conversation.hold(connection);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the load could not be sent: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
