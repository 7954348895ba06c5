package vn.vanthu.acceptance.campaign;

import static vn.vanthu.acceptance.harness.Office.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Mixed mail from a few connections at once, which are made anew when they break, until it is stopped. */
final class Traffic implements AutoCloseable {

    private static final int CONNECTIONS = 3;
    private static final long PAUSE_MS = 120;

    private final Queue<Sent> sent;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    private Traffic(Queue<Sent> sent) {
        this.sent = sent;
    }

    /** @param offices the gateways that take turns */
    static Traffic start(List<Office> offices, long seed) {
        Traffic traffic = new Traffic(new ConcurrentLinkedQueue<>());
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(seed * 31 + i);
            Office office = offices.get(i % offices.size());
            Thread thread = new Thread(() -> traffic.send(office, random), "traffic-" + i);
            thread.setDaemon(true);
            thread.start();
            traffic.threads.add(thread);
        }
        return traffic;
    }

    private void send(Office office, Random random) {
        while (!stopped.get()) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            try {
                pause();
                sendOne(office, kind);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                // The gateway is away; what it had not answered is in `sent` as not accepted.
            }
        }
    }

    private void sendOne(Office office, Kind kind) throws Exception {
        String token = Mails.newToken();
        Letter letter = Mails.write(kind, token);
        boolean accepted = false;
        try (SmtpDialogue dialogue = connect(office, kind)) {
            accepted = dialogue.send(
                            letter.sender(),
                            letter.bytes(),
                            Mails.recipients(kind).toArray(String[]::new))
                    .startsWith("250");
        } finally {
            sent.add(new Sent(kind, token, letter.bytes(), accepted));
        }
    }

    private static SmtpDialogue connect(Office office, Kind kind) throws Exception {
        return kind.isIncoming() ? office.fromOutside() : office.submissionAs(address(Mails.WRITER));
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }

    int accepted() {
        return (int) sent.stream().filter(Sent::accepted).count();
    }

    /** Of mail from outside, or of ours, whichever is less. */
    int acceptedEachWay() {
        long incoming = sent.stream()
                .filter(Sent::accepted)
                .filter(mail -> mail.kind().isIncoming())
                .count();
        return (int) Math.min(incoming, accepted() - incoming);
    }

    /** Everything so far. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() throws InterruptedException {
        stopped.set(true);
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(2));
        }
    }
}
