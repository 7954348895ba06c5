package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * spamd as Debian starts it, with local tests only, and spamc as Postfix's content filter, which gives each mail back
 * through sendmail. spamc passes mails above 500 KB on without a look at them.
 */
final class SpamAssassin implements SpamFilter {

    private static final String USER = "debian-spamd";

    private final Path folder;
    private final int port;

    private SpamAssassin(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Makes its folder. */
    static SpamAssassin in(Path folder, int port) throws IOException {
        PostfixFolder.own(Files.createDirectories(folder), USER);
        return new SpamAssassin(folder, port);
    }

    @Override
    public List<String> command() {
        return List.of(
                DebianProgram.SPAMD.path(),
                "--local",
                "--max-children",
                "5",
                "--listen",
                "127.0.0.1:" + port,
                "--username",
                USER,
                "--nouser-config",
                "--helper-home-dir=" + folder,
                "--cf=bayes_path " + folder.resolve("bayes"),
                "--pidfile",
                folder.resolve("pid").toString(),
                "--syslog",
                folder.resolve("log").toString());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String settings() {
        return "";
    }

    @Override
    public String serverOptions() {
        return "  -o content_filter=spamassassin:\n";
    }

    /** With {@code -x} a mail that spamd could not see waits: it would be measured as if it had been seen. */
    @Override
    public String services() {
        return "spamassassin unix - n n - - pipe\n  user=" + USER + " argv=" + DebianProgram.SPAMC.path()
                + " -x -d 127.0.0.1 -p " + port + " -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}\n";
    }

    @Override
    public boolean isSettled() {
        return true;
    }
}
