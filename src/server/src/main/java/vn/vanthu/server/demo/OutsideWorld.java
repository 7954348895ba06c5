package vn.vanthu.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The other servers of the demo: one SMTP server on loopback that takes every mail, but knows nobody whose name begins
 * with {@code khong-co}.
 */
final class OutsideWorld implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger taken = new AtomicInteger();

    private OutsideWorld(ServerSocket socket) {
        this.socket = socket;
    }

    static OutsideWorld start() throws IOException {
        OutsideWorld world = new OutsideWorld(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(world::serve, "outside-world");
        thread.setDaemon(true);
        thread.start();
        return world;
    }

    int port() {
        return socket.getLocalPort();
    }

    int mailsTaken() {
        return taken.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> converse(client), "outside-world-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 the outside world");
            for (String line = in.readLine(); line != null && answer(line, in, out); line = in.readLine()) {
                // the answer is given in the condition
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
            say(out, "250-the outside world\r\n250 8BITMIME");
        } else if (command.startsWith("RCPT TO:<KHONG-CO")) {
            say(out, "550 5.1.1 no such user");
        } else if (command.startsWith("DATA")) {
            say(out, "354 go ahead");
            skipMessage(in);
            say(out, "250 2.0.0 queued as " + taken.incrementAndGet());
        } else if (command.startsWith("QUIT")) {
            say(out, "221 bye");
            return false;
        } else {
            say(out, "250 ok");
        }
        return true;
    }

    private static void skipMessage(BufferedReader in) throws IOException {
        for (@Nullable String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // not kept
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
