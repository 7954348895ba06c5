package vn.vanthu.organization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;

/**
 * The organization as it is now, while its file may change. Safe for many threads.
 *
 * <p>A change is taken whole or not at all: while the file is broken or gone, the last good value stays, and nothing is
 * thrown. Whoever needs one consistent answer to several questions calls {@link #get()} once.
 */
public final class LiveOrganization implements Supplier<Organization> {

    /** What a look at the file brought. */
    public sealed interface Reload permits Unchanged, Changed, Rejected {}

    /** The file is as it was at the last look. */
    public record Unchanged() implements Reload {}

    /** The new content is in force. */
    public record Changed(Organization before, Organization now) implements Reload {}

    /** The file changed and is broken; the value before stays in force. Told once for each change of the file. */
    public record Rejected(List<Problem> problems) implements Reload {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** What shows that a file was written to. */
    private record Stamp(FileTime modified, long size) {
        static final Stamp NO_FILE = new Stamp(FileTime.fromMillis(0), -1);

        static Stamp of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(attributes.lastModifiedTime(), attributes.size());
            } catch (IOException e) {
                return NO_FILE;
            }
        }
    }

    private final Path file;
    private volatile Organization organization;
    private Stamp seen;

    private LiveOrganization(Path file, Stamp seen, Organization organization) {
        this.file = file;
        this.seen = seen;
        this.organization = organization;
    }

    /** @throws ConfigurationException when the file is broken now, with every problem */
    public static LiveOrganization open(Path file) throws ConfigurationException {
        Stamp stamp = Stamp.of(file);
        return new LiveOrganization(file, stamp, OrganizationFile.load(file));
    }

    @Override
    public Organization get() {
        return organization;
    }

    /** Looks at the file, and takes it over when it changed and is good. Cheap when it did not change. */
    public Reload reloadIfChanged() {
        return reloadIfChanged(next -> {});
    }

    /** @param prepare what must be done before the new one is in force; when it throws, the old one stays until the next look */
    public synchronized Reload reloadIfChanged(Consumer<Organization> prepare) {
        Stamp now = Stamp.of(file);
        if (now.equals(seen)) {
            return new Unchanged();
        }
        try {
            Organization before = organization;
            Organization next = OrganizationFile.load(file);
            prepare.accept(next);
            // The stamp is older than what was read: a write in between is seen at the next look.
            seen = now;
            organization = next;
            return new Changed(before, organization);
        } catch (ConfigurationException e) {
            seen = now;
            return new Rejected(e.problems());
        }
    }
}
