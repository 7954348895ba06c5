package vn.vanthu.benchmark.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client's SMTP conversation, kept open for many mails. */
final class SmtpConnection implements AutoCloseable {

    private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private SmtpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        this.out = socket.getOutputStream();
        expect('2');
        command("EHLO benchmark.example", '2');
    }

    /** As other servers come, to port 25. */
    static SmtpConnection toServer(int port) throws IOException {
        return new SmtpConnection(Loopback.connect(port));
    }

    /** As our own people come: TLS and a login. */
    static SmtpConnection toSubmission(int port, String login, String password) throws IOException {
        SmtpConnection connection = new SmtpConnection(Loopback.connectTls(port));
        String secret = "\0" + login + "\0" + password;
        connection.command(
                "AUTH PLAIN " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)), '2');
        return connection;
    }

    /** Sends one mail and waits for its 250; tells when the end of DATA was sent ({@link System#nanoTime}). */
    long send(String sender, String recipient, byte[] message) throws IOException {
        command("MAIL FROM:<" + sender + ">", '2');
        command("RCPT TO:<" + recipient + ">", '2');
        command("DATA", '3');
        out.write(message);
        out.write(END);
        out.flush();
        long sent = System.nanoTime();
        expect('2');
        return sent;
    }

    private void command(String line, char expected) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(expected);
    }

    private void expect(char kind) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.isEmpty() || line.charAt(0) != kind) {
            throw new IOException("the server answered " + line);
        }
    }

    @Override
    public void close() throws IOException {
        command("QUIT", '2');
        socket.close();
    }
}
