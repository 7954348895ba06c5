package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;

/** What must be installed for the variants that are not ours; the package is called as the program is. */
enum DebianProgram {
    POSTFIX("/usr/sbin/postfix"),
    RSPAMD("/usr/bin/rspamd"),
    SPAMD("/usr/sbin/spamd"),
    SPAMC("/usr/bin/spamc");

    private final String path;

    DebianProgram(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /**
     * Why these variants cannot be measured here; empty when they can.
     *
     * @param work for their folders
     */
    static Optional<String> obstacle(List<Variant> variants, Path work) throws IOException {
        Optional<Variant> peer = variants.stream().filter(Variant::isPeer).findFirst();
        Optional<String> missing = variants.stream()
                .filter(Variant::isPeer)
                .flatMap(variant -> obstacle(variant).stream())
                .findFirst();
        return peer.isEmpty() || missing.isPresent() ? missing : closedFolder(work.toRealPath());
    }

    /** Postfix and the filters run as users of their own. */
    private static Optional<String> closedFolder(Path work) throws IOException {
        for (Path folder = work; folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return Optional.of(
                        "--work: " + folder + " is closed to other users; take a folder below /tmp or open it");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> obstacle(Variant variant) {
        for (DebianProgram program : variant.programs()) {
            if (!Files.isExecutable(Path.of(program.path))) {
                return Optional.of(variant + ": there is no " + program.path + "; apt-get install "
                        + program.path.substring(program.path.lastIndexOf('/') + 1));
            }
        }
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of(variant + ": Postfix starts only as root");
    }
}
