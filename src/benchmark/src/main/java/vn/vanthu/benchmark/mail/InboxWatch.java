package vn.vanthu.benchmark.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One IMAP client in IDLE (RFC 2177): notes when each mail appears in the mailbox. */
final class InboxWatch implements AutoCloseable {

    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");

    private final Socket socket;
    private final BufferedReader in;
    private final Countdown countdown;
    private final List<Long> arrivals = new ArrayList<>();
    private int seen;

    private InboxWatch(Socket socket, Countdown countdown) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        this.countdown = countdown;
    }

    static InboxWatch open(int port, String login, String password, Countdown countdown) throws IOException {
        InboxWatch watch = new InboxWatch(Loopback.connectTls(port), countdown);
        watch.command("LOGIN \"" + login + "\" \"" + password + "\"", "a OK");
        watch.command("SELECT INBOX", "a OK");
        watch.command("IDLE", "+");
        Thread thread = new Thread(watch::follow, "inbox-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void command(String command, String end) throws IOException {
        socket.getOutputStream().write(("a " + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line == null || !line.startsWith(end); line = in.readLine()) {
            if (line == null || line.startsWith("a ")) {
                throw new IOException(command.split(" ", 2)[0] + ": the gateway answered " + line);
            }
            Matcher exists = EXISTS.matcher(line);
            if (exists.matches()) {
                seen = Integer.parseInt(exists.group(1));
            }
        }
    }

    private void follow() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher exists = EXISTS.matcher(line);
                if (exists.matches()) {
                    appeared(Integer.parseInt(exists.group(1)), System.nanoTime());
                }
            }
        } catch (IOException e) {
            // closed; or the gateway died, and then the count never ends
        }
    }

    private synchronized void appeared(int exists, long time) {
        for (; seen < exists; seen++) {
            arrivals.add(time);
            countdown.arrived();
        }
    }

    /** When the n-th new mail, counted from 0, was there. */
    synchronized long arrival(int number) {
        return arrivals.get(number);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
