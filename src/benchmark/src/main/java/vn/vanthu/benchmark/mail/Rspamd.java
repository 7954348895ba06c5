package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rspamd as Debian configures it, scanning in the process that talks to Postfix, without Redis. What asks DNS or other
 * servers is switched off, as SpamAssassin's {@code --local} does; headers are added to each mail.
 */
final class Rspamd implements SpamFilter {

    private static final String USER = "_rspamd";
    private static final Pattern EXPRESSIONS_LOADED =
            Pattern.compile("\\(rspamd_proxy\\).*hyperscan database .*has been loaded");
    private static final List<String> ASKING_OTHERS = List.of(
            "arc",
            "asn",
            "dkim",
            "dkim_signing",
            "dmarc",
            "fuzzy_check",
            "multimap",
            "phishing",
            "rbl",
            "rspamd_update",
            "spf",
            "url_redirector",
            "whitelist");

    private final Path folder;
    private final int port;

    private Rspamd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Makes its folder. */
    static Rspamd in(Path folder, int port) throws IOException {
        for (String own : List.of("db", "run", "log")) {
            PostfixFolder.own(Files.createDirectories(folder.resolve(own)), USER);
        }
        for (String module : ASKING_OTHERS) {
            configure(folder, "override.d/" + module + ".conf", "enabled = false;");
        }
        // Names that are looked up all the same: nobody listens there.
        configure(folder, "local.d/options.inc", "dns { nameserver = [\"127.0.0.1:1\"]; }");
        configure(folder, "local.d/logging.inc", "level = \"info\";");
        configure(folder, "local.d/worker-normal.inc", "enabled = false;");
        configure(folder, "local.d/worker-controller.inc", "enabled = false;");
        configure(
                folder,
                "local.d/worker-proxy.inc",
                "bind_socket = \"127.0.0.1:" + port + "\"; upstream \"local\" { self_scan = yes; }");
        configure(
                folder,
                "local.d/milter_headers.conf",
                "use = [\"x-spamd-bar\", \"x-spam-level\", \"x-spam-status\", \"authentication-results\"];");
        return new Rspamd(folder, port);
    }

    private static void configure(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve("conf").resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text + "\n");
    }

    @Override
    public List<String> command() {
        return List.of(
                DebianProgram.RSPAMD.path(),
                "-f",
                "-u",
                USER,
                "-g",
                USER,
                "-c",
                "/etc/rspamd/rspamd.conf",
                "--var",
                "LOCAL_CONFDIR=" + folder.resolve("conf"),
                "--var",
                "DBDIR=" + folder.resolve("db"),
                "--var",
                "RUNDIR=" + folder.resolve("run"),
                "--var",
                "LOGDIR=" + folder.resolve("log"));
    }

    @Override
    public int port() {
        return port;
    }

    /** A mail that was not seen is not taken: it would be measured as if it had been. */
    @Override
    public String settings() {
        return "smtpd_milters = inet:127.0.0.1:" + port + "\nmilter_default_action = tempfail\n";
    }

    @Override
    public String serverOptions() {
        return "";
    }

    @Override
    public String services() {
        return "";
    }

    /** At its first start it compiles its expressions, and scans slowly till it has them. */
    @Override
    public boolean isSettled() throws IOException {
        return EXPRESSIONS_LOADED
                .matcher(Files.readString(folder.resolve("log/rspamd.log")))
                .find();
    }
}
