package vn.vanthu.james.spam;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Debian's Rspamd and SpamAssassin, on a port of their own, where they are installed. They ask nobody else. */
final class FilterDaemon implements AutoCloseable {

    private static final Path RSPAMD = Path.of("/usr/bin/rspamd");
    private static final Path SPAMD = Path.of("/usr/sbin/spamd");

    private final Process process;
    private final int port;

    private FilterDaemon(Path folder, int port, List<String> command) throws IOException, InterruptedException {
        this.port = port;
        Path log = folder.resolve("daemon.log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < until && process.isAlive()) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException(command + " does not listen: " + Files.readString(log));
    }

    static Optional<FilterDaemon> rspamd(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(RSPAMD)) {
            return Optional.empty();
        }
        int port = freePort();
        Path conf = Files.writeString(
                folder.resolve("rspamd.conf"),
                """
                options { pidfile = "FOLDER/pid"; tempdir = "FOLDER"; control_socket = "FOLDER/control"; }
                logging { type = "console"; level = "warning"; }
                actions { reject = 15; add_header = 6; greylist = 4; }
                worker "normal" { bind_socket = "127.0.0.1:PORT"; count = 1; }
                """
                        .replace("FOLDER", folder.toString())
                        .replace("PORT", String.valueOf(port)));
        return Optional.of(
                new FilterDaemon(folder, port, List.of(RSPAMD.toString(), "--insecure", "-f", "-c", conf.toString())));
    }

    static Optional<FilterDaemon> spamAssassin(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(SPAMD)) {
            return Optional.empty();
        }
        int port = freePort();
        return Optional.of(new FilterDaemon(
                folder,
                port,
                List.of(
                        SPAMD.toString(),
                        "--local",
                        "--nouser-config",
                        "--max-children=1",
                        "--listen=127.0.0.1",
                        "--port=" + port,
                        "--syslog=stderr")));
    }

    Adviser asRspamd(Duration limit) {
        return new Rspamd(URI.create("http://127.0.0.1:" + port), limit);
    }

    Adviser asSpamAssassin(Duration limit) {
        return new SpamAssassin("127.0.0.1", port, limit);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
