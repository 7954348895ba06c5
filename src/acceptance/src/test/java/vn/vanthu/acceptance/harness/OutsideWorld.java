package vn.vanthu.acceptance.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Every other mail server: one that takes what comes, or treats a recipient as the scenario says. */
public final class OutsideWorld implements AutoCloseable {

    /** How a recipient's mail is answered. */
    public enum Answer {
        ACCEPT,
        /** 550 to RCPT. */
        REFUSE,
        /** 451 to RCPT. */
        DEFER,
        /** The connection ends in the middle of DATA. */
        CUT,
        /** No answer after DATA, until {@link #letGo}. */
        HANG
    }

    /** A mail that was answered with 250. */
    public record Taken(String sender, List<String> recipients, byte[] message) {}

    /** What a server asks for before it takes mail: TLS and this login. */
    public record Guard(SSLContext tls, String user, String password) {

        /** @param line AUTH PLAIN with its initial response (RFC 4616) */
        boolean letsIn(String line) {
            byte[] response = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
            String[] words = new String(response, StandardCharsets.UTF_8).split("\0", -1);
            return words.length == 3 && words[1].equals(user) && words[2].equals(password);
        }

        Socket encrypt(Socket plain) throws IOException {
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
            socket.setUseClientMode(false);
            return socket;
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServerSocket server;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private volatile @Nullable Guard guard;
    private final AtomicInteger conversations = new AtomicInteger();
    private final Queue<Socket> hanging = new ConcurrentLinkedQueue<>();

    private OutsideWorld(ServerSocket server) {
        this.server = server;
    }

    public static OutsideWorld open() throws IOException {
        OutsideWorld world = new OutsideWorld(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")));
        daemon(world::listen);
        return world;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Answers a recipient's mails in this order; the last answer repeats. */
    public OutsideWorld answering(String recipient, Answer... inOrder) {
        answers.put(recipient, new ArrayDeque<>(Arrays.asList(inOrder)));
        return this;
    }

    /** From now on mail is taken only from who encrypts and logs in. */
    public OutsideWorld guardedBy(Guard newGuard) {
        guard = newGuard;
        return this;
    }

    @Nullable
    Guard guard() {
        return guard;
    }

    Answer nextAnswer(String recipient) {
        attempts.computeIfAbsent(recipient, any -> new AtomicInteger()).incrementAndGet();
        Deque<Answer> planned = answers.getOrDefault(recipient, new ArrayDeque<>(List.of(Answer.ACCEPT)));
        synchronized (planned) {
            return planned.size() > 1 ? planned.removeFirst() : planned.getFirst();
        }
    }

    /** How often the gateway has named this recipient. */
    public int attempts(String recipient) {
        AtomicInteger count = attempts.get(recipient);
        return count == null ? 0 : count.get();
    }

    void take(Taken mail) {
        synchronized (taken) {
            taken.add(mail);
        }
    }

    void hang(Socket connection) {
        hanging.add(connection);
    }

    public boolean isHanging() {
        return !hanging.isEmpty();
    }

    /** Ends every connection that hangs. */
    public void letGo() throws IOException {
        for (Socket connection = hanging.poll(); connection != null; connection = hanging.poll()) {
            connection.close();
        }
    }

    /** All that was taken so far, in order. */
    public List<Taken> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    public List<Taken> takenFor(String recipient) {
        return taken().stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .toList();
    }

    /** The first mail for this recipient, as soon as it is here. */
    public Taken awaitMailFor(String recipient) {
        return await().atMost(PATIENCE)
                .until(() -> takenFor(recipient), mails -> !mails.isEmpty())
                .get(0);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                OutsideSession session = new OutsideSession(server.accept(), this);
                conversations.incrementAndGet();
                daemon(() -> converse(session));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void converse(OutsideSession session) {
        try {
            session.serve();
        } finally {
            conversations.decrementAndGet();
        }
    }

    /** Whether every conversation has ended: nothing more is taken from a gateway that is dead. */
    public boolean isQuiet() {
        return conversations.get() == 0;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "outside world");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        letGo();
    }
}
