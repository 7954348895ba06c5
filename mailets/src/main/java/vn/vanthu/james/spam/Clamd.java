package vn.vanthu.james.spam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a ClamAV daemon about messages (clamd(8), command INSTREAM). A daemon that cannot be reached, or after a mail without
 * answer does not even answer PING, is left alone for half a minute, so that not every mail waits for it. One mail that it
 * cannot scan in time, which may be made so, leaves the next ones scanned. Safe for many threads.
 */
public final class Clamd {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_PING = Duration.ofSeconds(2);
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;

    /** What the daemon said. */
    public sealed interface Result permits Clean, Found, Unknown {}

    public record Clean() implements Result {}

    /** @param name of the virus */
    public record Found(String name) implements Result {}

    /** @param cause for operators */
    public record Unknown(String cause) implements Result {}

    private final String where;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clamd deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Instant askAgain = Instant.MIN;

    private Clamd(String where, Duration timeout, Clock clock) {
        this.where = where;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** @param where {@code HOST:PORT} or the absolute path of a socket; empty for anything else */
    public static Optional<Clamd> at(String where, Duration timeout, Clock clock) {
        Matcher host = HOST_AND_PORT.matcher(where);
        boolean known = where.startsWith("/") || host.matches() && Integer.parseInt(host.group(2)) <= 65535;
        return known ? Optional.of(new Clamd(where, timeout, clock)) : Optional.empty();
    }

    /** Never fails, and takes no longer than the timeout, or two seconds more when the daemon hangs. */
    public Result scan(byte[] message) {
        if (clock.instant().isBefore(askAgain)) {
            return new Unknown("clamd at " + where + " was not asked: it failed a moment ago");
        }
        try {
            return result(talk(channel -> answer(channel, message), timeout));
        } catch (IOException | RuntimeException e) {
            if (!isAlive()) {
                askAgain = clock.instant().plus(REST);
            }
            return new Unknown("clamd at " + where + " does not answer within " + timeout.toMillis() + " ms: " + e);
        }
    }

    /** What is said on a connection. */
    @FunctionalInterface
    private interface Talk {
        String on(SocketChannel channel) throws IOException;
    }

    private String talk(Talk talk, Duration limit) throws IOException {
        try (SocketChannel channel = SocketChannel.open(protocol())) {
            Future<?> deadline = deadlines.schedule(() -> close(channel), limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(address());
                return talk.on(channel);
            } finally {
                deadline.cancel(false);
            }
        }
    }

    private boolean isAlive() {
        Duration limit = timeout.compareTo(LONGEST_PING) < 0 ? timeout : LONGEST_PING;
        try {
            return talk(Clamd::ping, limit).equals("PONG");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String ping(SocketChannel channel) throws IOException {
        write(channel, ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)));
        return read(channel);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }

    private java.net.ProtocolFamily protocol() {
        return where.startsWith("/")
                ? java.net.StandardProtocolFamily.UNIX
                : where.startsWith("[") ? java.net.StandardProtocolFamily.INET6 : java.net.StandardProtocolFamily.INET;
    }

    private SocketAddress address() {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        int colon = where.lastIndexOf(':');
        return new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    private static String answer(SocketChannel channel, byte[] message) throws IOException {
        try {
            write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            for (int at = 0; at < message.length; at += CHUNK) {
                int length = Math.min(CHUNK, message.length - at);
                write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
                write(channel, ByteBuffer.wrap(message, at, length));
            }
            write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
        } catch (java.nio.channels.ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // It says "size limit exceeded" and hangs up in the middle of a long message.
            return read(channel);
        }
        return read(channel);
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER && channel.read(buffer.clear()) >= 0) {
            answer.write(buffer.array(), 0, buffer.position());
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Result result(String answer) {
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Found(found.group(1));
        }
        return answer.equals("stream: OK") ? new Clean() : new Unknown("clamd said: " + answer);
    }
}
