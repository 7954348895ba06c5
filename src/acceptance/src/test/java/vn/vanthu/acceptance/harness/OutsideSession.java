package vn.vanthu.acceptance.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.OutsideWorld.Guard;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;

/** One conversation of the {@link OutsideWorld}. */
final class OutsideSession {

    private static final byte[] END = {'.'};

    private final OutsideWorld world;
    private Socket socket;
    private boolean encrypted;
    private boolean loggedIn;
    private String sender = "";
    private final List<String> recipients = new ArrayList<>();
    private final Set<Answer> troubles = EnumSet.noneOf(Answer.class);

    OutsideSession(Socket socket, OutsideWorld world) {
        this.socket = socket;
        this.world = world;
    }

    void serve() {
        try (Socket plain = socket) {
            say("220 mx.ngoai.example");
            converse(plain.getInputStream());
        } catch (IOException e) {
            // The gateway was killed, or the scenario ended: what was answered with 250 is kept.
        }
    }

    private void converse(InputStream from) throws IOException {
        InputStream in = new BufferedInputStream(from);
        for (byte[] line = line(in); line != null; line = line(in)) {
            String command = new String(line, StandardCharsets.ISO_8859_1);
            Guard guard = world.guard();
            if (command.equals("STARTTLS") && guard != null) {
                say("220 2.0.0 go ahead");
                socket = guard.encrypt(socket);
                encrypted = true;
                in = new BufferedInputStream(socket.getInputStream());
            } else if (!answer(command, in)) {
                return;
            }
        }
    }

    private void logIn(Guard guard, String line) throws IOException {
        loggedIn = encrypted && guard.letsIn(line);
        say(loggedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password");
    }

    private String abilities() {
        Guard guard = world.guard();
        String offered = guard == null ? "" : encrypted ? "250-AUTH PLAIN\r\n" : "250-STARTTLS\r\n";
        return "250-mx.ngoai.example\r\n250-8BITMIME\r\n" + offered + "250 SIZE 0";
    }

    private boolean answer(String line, InputStream in) throws IOException {
        Guard guard = world.guard();
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (guard != null && !loggedIn && Set.of("MAIL", "RCPT", "DATA").contains(verb)) {
            say("530 5.7.0 STARTTLS and AUTH first");
            return true;
        }
        switch (verb) {
            case "EHLO" -> say(abilities());
            case "AUTH" -> logIn(Objects.requireNonNull(guard), line);
            case "MAIL" -> begin(address(line));
            case "RCPT" -> recipient(address(line));
            case "DATA" -> {
                return data(in);
            }
            case "QUIT" -> {
                say("221 2.0.0 Bye");
                return false;
            }
            default -> say("250 2.0.0 OK");
        }
        return true;
    }

    private void begin(String from) throws IOException {
        sender = from;
        recipients.clear();
        troubles.clear();
        say("250 2.1.0 OK");
    }

    private void recipient(String address) throws IOException {
        switch (world.nextAnswer(address)) {
            case REFUSE -> say("550 5.1.1 <" + address + "> no such user at mx.ngoai.example");
            case DEFER -> say("451 4.7.1 <" + address + "> greylisted, come back later");
            case CUT -> with(address, Answer.CUT);
            case HANG -> with(address, Answer.HANG);
            case ACCEPT -> with(address, Answer.ACCEPT);
        }
    }

    private void with(String address, Answer answer) throws IOException {
        recipients.add(address);
        troubles.add(answer);
        say("250 2.1.5 OK");
    }

    /** @return whether the conversation goes on */
    private boolean data(InputStream in) throws IOException {
        if (recipients.isEmpty()) {
            say("554 5.5.1 no valid recipients");
            return true;
        }
        say("354 go ahead");
        if (troubles.contains(Answer.CUT)) {
            line(in);
            return false;
        }
        byte[] message = message(in);
        if (message == null) {
            return false;
        }
        if (troubles.contains(Answer.HANG)) {
            world.hang(socket);
            // Returns when the scenario closes the connection.
            return in.read() >= 0;
        }
        world.take(new Taken(sender, List.copyOf(recipients), message));
        say("250 2.0.0 taken as " + world.taken().size() + " by mx.ngoai.example");
        return true;
    }

    private static byte @Nullable [] message(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (byte[] line = line(in); line != null; line = line(in)) {
            if (java.util.Arrays.equals(line, END)) {
                return message.toByteArray();
            }
            int start = line.length > 0 && line[0] == '.' ? 1 : 0;
            message.write(line, start, line.length - start);
            message.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return null;
    }

    /** Up to CRLF; a CR or LF alone belongs to the line. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int before = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (before == '\r' && next == '\n') {
                byte[] bytes = line.toByteArray();
                return java.util.Arrays.copyOf(bytes, bytes.length - 1);
            }
            line.write(next);
            before = next;
        }
        return null;
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void say(String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
