package vn.vanthu.james.spam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.spam.rule.Symbol;

/** A SpamAssassin beside this filter, asked as {@code spamc} does. Its advice is the symbol {@code SPAMASSASSIN}. */
public final class SpamAssassin implements Adviser {

    private static final Pattern ANSWER =
            Pattern.compile("(?s)SPAMD/[0-9.]+ 0 .*?\\r?\\nSpam: *\\w+ *; *(-?[0-9.]+) */ *(-?[0-9.]+).*");
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_ANSWER = 1 << 16;

    private final String host;
    private final int port;
    private final Duration patience;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), SpamAssassin::daemon);

    /** @param patience with a connection and with each answer */
    public SpamAssassin(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<List<Symbol>> ask(Inquiry inquiry) {
        try {
            return CompletableFuture.supplyAsync(() -> List.of(read(converse(inquiry.message()))), pool);
        } catch (java.util.concurrent.RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private String converse(byte[] message) {
        try (Socket socket = new Socket()) {
            int millis = (int) patience.toMillis();
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            OutputStream out = socket.getOutputStream();
            out.write(("CHECK SPAMC/1.5\r\nContent-length: " + message.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(message);
            out.flush();
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readNBytes(MOST_ANSWER), StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Symbol read(String answer) {
        Matcher found = ANSWER.matcher(answer);
        if (!found.matches()) {
            throw new IllegalStateException(
                    "no answer of spamd: " + answer.lines().findFirst().orElse("empty"));
        }
        return Adviser.advice("SPAMASSASSIN", Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "spamassassin");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String toString() {
        return "SpamAssassin " + host + ":" + port;
    }
}
