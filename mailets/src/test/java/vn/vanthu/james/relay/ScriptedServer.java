package vn.vanthu.james.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An SMTP server on a real socket that answers as it is told. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> replies;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param replies by the beginning of the client's line; {@code .} is the end of DATA. Without one the answer is good;
     *     {@code hang up} closes the connection instead
     */
    ScriptedServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    RemoteHost host() {
        return new RemoteHost("mx.b.vn", "127.0.0.1", socket.getLocalPort());
    }

    /** What the client said, one line an entry. */
    List<String> heard() {
        return List.copyOf(lines);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                // the client or the test hung up
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        OutputStream out = client.getOutputStream();
        boolean data = false;
        String reply = replies.getOrDefault("", "220 mx.b.vn ESMTP");
        while (!reply.equals("hang up")) {
            out.write((reply + "\r\n").getBytes(ISO_8859_1));
            String line = in.readLine();
            while (data && line != null && !line.equals(".")) {
                lines.add(line);
                line = in.readLine();
            }
            if (line == null) {
                return;
            }
            lines.add(line);
            reply = replyTo(line);
            data = line.equals("DATA") && reply.startsWith("354");
        }
    }

    private String replyTo(String line) {
        return replies.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go on" : "250 2.0.0 fine");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
