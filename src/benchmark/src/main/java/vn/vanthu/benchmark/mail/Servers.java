package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vanthu.benchmark.register.FilledRegister;

/** The servers under test, one of each variant. */
final class Servers implements AutoCloseable {

    private static final long IDLE_MS = 2_000;

    private final Path folder;
    private final Configurations configurations;
    private final String smarthost;
    private final int registerMails;
    private final Map<Variant, MailServer> running = new LinkedHashMap<>();

    /**
     * @param folder for what they keep
     * @param conf the gateway's configuration
     * @param smarthost what all of them relay to
     * @param registerMails how many mails a gateway's register holds before the start
     */
    Servers(Path folder, Path conf, String smarthost, int registerMails) {
        this.folder = folder;
        this.configurations = new Configurations(conf, smarthost);
        this.smarthost = smarthost;
        this.registerMails = registerMails;
    }

    /** One after the other, so that each has the machine for itself while it starts. */
    Map<Variant, Tables.Start> start(List<Variant> variants) throws IOException, InterruptedException {
        Map<Variant, Tables.Start> starts = new LinkedHashMap<>();
        for (Variant variant : variants) {
            MailServer server = start(variant, folder.resolve(variant.name().toLowerCase(Locale.ROOT)));
            running.put(variant, server);
            Thread.sleep(IDLE_MS);
            double seconds = server.startTime().toMillis() / 1000.0;
            starts.put(variant, new Tables.Start(seconds, server.processes().megabytes()));
        }
        return starts;
    }

    private MailServer start(Variant variant, Path own) throws IOException, InterruptedException {
        if (variant.isPeer()) {
            // They run as users of their own.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return PostfixServer.start(variant, own, smarthost);
        }
        configurations.make(variant, own.resolve("conf"));
        Path data = Files.createDirectories(own.resolve("data"));
        if (registerMails > 0 && variant.keepsRegister()) {
            FilledRegister.make(data, registerMails);
        }
        return GatewayProcess.start(variant, own.resolve("conf"), data, smarthost);
    }

    /** Those that can have mail on this way. */
    Map<Variant, MailServer> taking(Workload.Way way) {
        Map<Variant, MailServer> taking = new LinkedHashMap<>(running);
        taking.keySet().removeIf(variant -> !variant.takes(way));
        return taking;
    }

    @Override
    public void close() throws InterruptedException {
        for (MailServer server : running.values()) {
            server.close();
        }
    }
}
