package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The folder of a Postfix that knows nothing of the one in {@code /etc/postfix}. */
final class PostfixFolder {

    /** What Postfix writes into its folder. */
    static final String LOG = "mail.log";

    /** With {@code /public/postlog} not longer than the path of a socket may be. */
    private static final int LONGEST_QUEUE = 92;

    private static final Path PROGRAMS = Path.of("/usr/sbin");
    private static final String USER = "postfix";

    private final Path folder;

    private PostfixFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one that relays everything.
     *
     * @param folder that other users may go through
     * @param smarthost where to
     */
    static PostfixFolder make(Path folder, SpamFilter filter, int port, String smarthost) throws IOException {
        PostfixFolder made = new PostfixFolder(folder);
        if (made.queue().toString().length() > LONGEST_QUEUE) {
            throw new IllegalStateException("too long for the sockets in it, take a shorter --work: " + made.queue());
        }
        Files.createDirectories(made.configuration());
        own(Files.createDirectories(folder.resolve("data")), USER);
        made.openQueue();
        made.linkPrograms();
        String[] hostAndPort = smarthost.split(":", 2);
        made.write(
                "main.cf",
                template("postfix-main.cf")
                        .replace("@folder@", folder.toString())
                        .replace("@log@", LOG)
                        .replace("@smarthost@", "[" + hostAndPort[0] + "]:" + hostAndPort[1])
                        .replace("@filter-settings@", filter.settings()));
        made.write(
                "master.cf",
                template("postfix-master.cf")
                        .replace("@port@", String.valueOf(port))
                        .replace("@filter-options@", filter.serverOptions())
                        .replace("@filter-services@", filter.services()));
        return made;
    }

    private Path queue() {
        return folder.resolve("q");
    }

    /** As {@code postfix -c} takes it. */
    Path configuration() {
        return folder.resolve("conf");
    }

    static void own(Path path, String user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    /** Postfix makes the rest of its queue. These two it leaves as they are: open to the filter's sendmail. */
    private void openQueue() throws IOException {
        Path maildrop = Files.createDirectories(queue().resolve("maildrop"));
        Files.setPosixFilePermissions(maildrop, PosixFilePermissions.fromString("rwx-wx-wx"));
        own(maildrop, USER);
        Path sockets = Files.createDirectories(queue().resolve("public"));
        Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwx--x--x"));
        own(sockets, USER);
    }

    /**
     * Debian's postdrop has the rights of a group, and so trusts no configuration but those that /etc/postfix names. A copy
     * has no such rights, and works in our open queue.
     */
    private void linkPrograms() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROGRAMS, "post*")) {
            for (Path program : all) {
                Path own = programs.resolve(program.getFileName());
                if (program.endsWith("postdrop")) {
                    Files.copy(program, own);
                    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
                } else {
                    Files.createSymbolicLink(own, program);
                }
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(configuration().resolve(name), text);
    }

    private static String template(String name) throws IOException {
        try (InputStream in = PostfixFolder.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
