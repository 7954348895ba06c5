package vn.vanthu.benchmark.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The outside world: takes every mail, notes when, and keeps nothing. */
final class SmtpSink implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ServerSocket socket;
    private final ExecutorService conversations = Executors.newCachedThreadPool();
    private volatile Outside current = new Outside("none", 0);
    private int runs;

    private SmtpSink(ServerSocket socket) {
        this.socket = socket;
    }

    static SmtpSink start() throws IOException {
        SmtpSink sink = new SmtpSink(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        sink.conversations.execute(sink::serve);
        return sink;
    }

    /** As {@code --smarthost} takes it. */
    String hostAndPort() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The recipients of one run; mails of earlier runs that come late are taken and not counted. */
    Destination expect(int count) {
        current = new Outside("run" + ++runs, count);
        return current;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                conversations.execute(() -> converse(client));
            } catch (IOException e) {
                // close() ends the accept
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            OutputStream out = client.getOutputStream();
            say(out, "220 sink.example");
            String recipient = "";
            for (String line = readLine(in); !line.startsWith("QUIT"); line = readLine(in)) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go ahead");
                    skipMessage(in);
                    current.took(recipient, System.nanoTime());
                } else if (line.startsWith("RCPT TO:<")) {
                    recipient = line.substring("RCPT TO:<".length(), line.indexOf('>'));
                }
                say(out, line.startsWith("EHLO") ? "250-sink.example\r\n250 8BITMIME" : "250 2.0.0 ok");
            }
            say(out, "221 bye");
        } catch (IOException e) {
            // the client went away: the mail, if any, was not answered and will come again
        }
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the client went away");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Up to the line that is a dot. */
    private static void skipMessage(InputStream in) throws IOException {
        int matched = 2;
        byte[] end = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
        while (matched < end.length) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client went away");
            }
            matched = next == end[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        conversations.shutdownNow();
    }

    private static final class Outside implements Destination {

        private final String run;
        private final @Nullable Long[] arrivals;
        private final Countdown countdown;

        private Outside(String run, int count) {
            this.run = run;
            this.arrivals = new Long[count];
            this.countdown = new Countdown(count);
        }

        @Override
        public String recipient(int number) {
            return "so-" + number + "@" + run + ".example";
        }

        private synchronized void took(String recipient, long time) {
            String[] parts = recipient.toLowerCase(Locale.ROOT).split("[-@.]", -1);
            if (parts.length != 4 || !parts[2].equals(run)) {
                return;
            }
            int number = Integer.parseInt(parts[1]);
            if (arrivals[number] == null) {
                arrivals[number] = time;
                countdown.arrived();
            }
        }

        @Override
        public long[] arrivals() throws IOException, InterruptedException {
            countdown.await();
            synchronized (this) {
                long[] times = new long[arrivals.length];
                for (int number = 0; number < times.length; number++) {
                    times[number] = Objects.requireNonNull(arrivals[number]);
                }
                return times;
            }
        }

        @Override
        public void close() {
            // the sink goes on
        }
    }
}
