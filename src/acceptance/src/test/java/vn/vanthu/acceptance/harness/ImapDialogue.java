package vn.vanthu.acceptance.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** An IMAP client that says exactly what it is told to, over TLS. */
public final class ImapDialogue implements AutoCloseable {

    private static final int PATIENCE_MS = 300_000;

    private final Socket socket;
    private final BufferedReader in;

    private ImapDialogue(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Connects from another loopback address and reads the greeting. */
    public static ImapDialogue open(int port, SSLSocketFactory trust, String clientAddress) throws IOException {
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.getByName(clientAddress), 0));
        plain.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
        plain.setSoTimeout(PATIENCE_MS);
        ImapDialogue dialogue = new ImapDialogue(trust.createSocket(plain, "127.0.0.1", port, true));
        if (!dialogue.line().startsWith("* OK")) {
            throw new IOException("no greeting");
        }
        return dialogue;
    }

    /** Says a command; gives the tagged line that answers it. */
    public String say(String tag, String command) throws IOException {
        write(tag + " " + command);
        return answerTo(tag);
    }

    /** Writes a line as it is, and CRLF. */
    public void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Waits until the server asks for the literal. */
    public void awaitContinuation() throws IOException {
        String line = line();
        if (!line.startsWith("+")) {
            throw new IOException("no literal is wanted: " + line);
        }
    }

    /** The next tagged line; what stands before it is not looked at. */
    public String answerTo(String tag) throws IOException {
        for (String line = line(); ; line = line()) {
            if (line.startsWith(tag + " ") || line.startsWith("* BYE")) {
                return line;
            }
        }
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the server closed the connection");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
