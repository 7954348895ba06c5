package vn.vanthu.acceptance.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLSocketFactory;

/** An SMTP client that says exactly what it is told to, byte by byte. */
public final class SmtpDialogue implements AutoCloseable {

    private static final int PATIENCE_MS = 300_000;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private SmtpDialogue(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Connects and says EHLO. */
    public static SmtpDialogue open(int port) throws IOException {
        return open(port, "127.0.0.1");
    }

    /** As a client of another loopback address: failed logins are counted by address. */
    public static SmtpDialogue open(int port, String clientAddress) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MS);
        socket.bind(new InetSocketAddress(InetAddress.getByName(clientAddress), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
        return new SmtpDialogue(socket).greeted();
    }

    /** TLS from the first byte. */
    public static SmtpDialogue openTls(int port, SSLSocketFactory trust) throws IOException {
        Socket socket = trust.createSocket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MS);
        return new SmtpDialogue(socket).greeted();
    }

    private SmtpDialogue greeted() throws IOException {
        expect("220", reply());
        expect("250", say("EHLO client.example"));
        return this;
    }

    public SmtpDialogue startTls(SSLSocketFactory trust) throws IOException {
        expect("220", say("STARTTLS"));
        socket = trust.createSocket(socket, "127.0.0.1", socket.getPort(), true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
        expect("250", say("EHLO client.example"));
        return this;
    }

    /** AUTH PLAIN; gives the server's answer. */
    public String logIn(String login, String password) throws IOException {
        String token =
                Base64.getEncoder().encodeToString(("\0" + login + "\0" + password).getBytes(StandardCharsets.UTF_8));
        return say("AUTH PLAIN " + token);
    }

    /** One command and its answer, of several lines where it has them. */
    public String say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return reply();
    }

    /** One mail; the answer to the end of DATA, or the first that is no good. */
    public String send(String sender, byte[] message, String... recipients) throws IOException {
        String answer = say("MAIL FROM:<" + sender + ">");
        for (int i = 0; i < recipients.length && answer.startsWith("250"); i++) {
            answer = say("RCPT TO:<" + recipients[i] + ">");
        }
        if (!answer.startsWith("250")) {
            return answer;
        }
        answer = say("DATA");
        return answer.startsWith("354") ? data(message) : answer;
    }

    /** The message with its dots doubled (RFC 5321, 4.5.2), and the answer to its end. */
    private String data(byte[] message) throws IOException {
        boolean atStart = true;
        for (int i = 0; i < message.length; i++) {
            if (atStart && message[i] == '.') {
                out.write('.');
            }
            out.write(message[i]);
            atStart = message[i] == '\n' && i > 0 && message[i - 1] == '\r';
        }
        out.write((atStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return reply();
    }

    private String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        while (true) {
            String line = line();
            reply.append(reply.isEmpty() ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void expect(String code, String reply) throws IOException {
        if (!reply.startsWith(code)) {
            throw new IOException("expected " + code + ", got: " + reply);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
