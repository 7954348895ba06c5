package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Postfix of our own with a spam filter: takes mail from this machine, relays all of it, listens only for SMTP. */
final class PostfixServer implements MailServer {

    private static final int SMTP = 25;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MS = 10;

    private final Programs programs;
    private final int portOffset;
    private final Duration startTime;

    private PostfixServer(Programs programs, int portOffset, Duration startTime) {
        this.programs = programs;
        this.portOffset = portOffset;
        this.startTime = startTime;
    }

    /** Returns when both answer, and the filter has nothing more to prepare. */
    static PostfixServer start(Variant variant, Path folder, String smarthost)
            throws IOException, InterruptedException {
        int offset = Loopback.freeOffset();
        SpamFilter filter = filter(variant, folder.resolve("filter"));
        PostfixFolder postfix = PostfixFolder.make(folder, filter, SMTP + offset, smarthost);
        Programs programs = Programs.stoppedAtExit();
        try {
            long start = System.nanoTime();
            Path filterOutput = folder.resolve("filter-output");
            Path postfixOutput = folder.resolve("postfix-output");
            Process filtering = programs.start(filter.command(), filterOutput);
            Process relaying = programs.start(
                    List.of(
                            DebianProgram.POSTFIX.path(),
                            "-c",
                            postfix.configuration().toString(),
                            "start-fg"),
                    postfixOutput);
            awaitListener(filtering, filter.port(), filterOutput);
            awaitListener(relaying, SMTP + offset, postfixOutput);
            Duration startTime = Duration.ofNanos(System.nanoTime() - start);
            settle(filter);
            return new PostfixServer(programs, offset, startTime);
        } catch (IOException | InterruptedException | RuntimeException e) {
            programs.close();
            throw e;
        }
    }

    private static SpamFilter filter(Variant variant, Path folder) throws IOException {
        int port = Loopback.freePort();
        return variant == Variant.POSTFIX_RSPAMD ? Rspamd.in(folder, port) : SpamAssassin.in(folder, port);
    }

    private static void awaitListener(Process process, int port, Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("nobody listens on port " + port + ":\n" + said(output));
            }
            Thread.sleep(LOOK_MS);
        }
    }

    /** What a program printed, and Postfix wrote. */
    private static String said(Path output) throws IOException {
        Path log = output.resolveSibling(PostfixFolder.LOG);
        return Files.readString(output) + (Files.exists(log) ? Files.readString(log) : "");
    }

    private static boolean isListening(int port) {
        try (Socket ignored = Loopback.connect(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A filter that never tells is measured as it is. */
    private static void settle(SpamFilter filter) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLE_PATIENCE.toNanos();
        while (!filter.isSettled() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public Duration startTime() {
        return startTime;
    }

    @Override
    public int port(int standardPort) {
        return standardPort + portOffset;
    }

    /** Who comes from this machine needs no login. */
    @Override
    public SmtpConnection toSubmission(String login) throws IOException {
        return SmtpConnection.toServer(port(SMTP));
    }

    @Override
    public ProcessTree processes() {
        return programs.processes();
    }

    @Override
    public void close() {
        programs.close();
    }
}
