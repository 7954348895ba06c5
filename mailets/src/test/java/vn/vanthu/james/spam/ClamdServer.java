package vn.vanthu.james.spam;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A ClamAV daemon that knows one virus: one that speaks its language, and Debian's clamd where it is installed. */
interface ClamdServer extends AutoCloseable {

    /** The text by which scanners are tested; in two pieces, so that none finds it here. */
    String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** In a message: the one that speaks its language never ends to scan it. */
    String ENDLESS = "ENDLESS-WORK";

    int LONGEST = 25_000_000;

    Path REAL = Path.of("/usr/sbin/clamd");

    /** Where it listens. */
    List<String> places();

    @Override
    void close() throws IOException;

    /** All that this machine has. */
    static List<ClamdServer> start(Path folder) throws IOException, InterruptedException {
        return Files.isExecutable(REAL) ? List.of(new Speaking(), new Real(folder)) : List.of(new Speaking());
    }

    /** The daemon itself, with a database of one signature. */
    final class Real implements ClamdServer {

        private final Process process;
        private final Path socket;
        private final int port;

        Real(Path folder) throws IOException, InterruptedException {
            Path database = Files.createDirectories(folder.resolve("database"));
            socket = folder.resolve("clamd.ctl");
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.writeString(
                    database.resolve("eicar.ndb"),
                    "Eicar-Test-Signature:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(US_ASCII)) + "\n");
            Path conf = Files.writeString(
                    folder.resolve("clamd.conf"),
                    "DatabaseDirectory " + database + "\nLocalSocket " + socket + "\nTCPSocket " + port
                            + "\nTCPAddr 127.0.0.1\nForeground yes\nStreamMaxLength " + LONGEST + "\n");
            process = new ProcessBuilder(REAL.toString(), "--config-file=" + conf)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.log").toFile())
                    .start();
            awaitListening(folder);
        }

        private void awaitListening(Path folder) throws IOException, InterruptedException {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (System.nanoTime() < until && process.isAlive()) {
                try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(100);
                }
            }
            throw new IOException("clamd does not listen: " + Files.readString(folder.resolve("clamd.log")));
        }

        @Override
        public List<String> places() {
            return List.of("127.0.0.1:" + port, socket.toString());
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** INSTREAM as clamd(8) describes it. */
    final class Speaking implements ClamdServer {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Speaking() throws IOException {
            Thread thread = new Thread(this::run, "clamd");
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    serve(client);
                } catch (IOException e) {
                    // the client is gone, or the test over
                }
            }
        }

        private static void serve(Socket client) throws IOException {
            DataInputStream in = new DataInputStream(client.getInputStream());
            String command = command(in);
            if (command.equals("zPING")) {
                client.getOutputStream().write("PONG\0".getBytes(US_ASCII));
                return;
            }
            if (!command.equals("zINSTREAM")) {
                client.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(US_ASCII));
                return;
            }
            StringBuilder all = new StringBuilder();
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                if (all.length() + length > LONGEST) {
                    client.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(US_ASCII));
                    return;
                }
                all.append(new String(in.readNBytes(length), US_ASCII));
            }
            if (all.indexOf(ENDLESS) >= 0) {
                in.read(); // until the client has enough
                return;
            }
            String answer = all.indexOf(EICAR) < 0 ? "stream: OK\0" : "stream: Eicar-Test-Signature.UNOFFICIAL FOUND\0";
            client.getOutputStream().write(answer.getBytes(US_ASCII));
        }

        private static String command(DataInputStream in) throws IOException {
            StringBuilder command = new StringBuilder();
            for (int next = in.read(); next > 0; next = in.read()) {
                command.append((char) next);
            }
            return command.toString();
        }

        @Override
        public List<String> places() {
            return List.of("127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Takes connections and never says anything. */
    final class Silent implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();

        Silent() throws IOException {
            Thread thread = new Thread(
                    () -> {
                        while (!socket.isClosed()) {
                            try {
                                // Kept open until the test ends.
                                socket.accept();
                                connections.incrementAndGet();
                            } catch (IOException e) {
                                return;
                            }
                        }
                    },
                    "silent clamd");
            thread.setDaemon(true);
            thread.start();
        }

        String place() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
