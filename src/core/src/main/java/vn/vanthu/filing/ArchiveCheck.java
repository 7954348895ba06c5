package vn.vanthu.filing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** Compares the files of an archive with what the register says of them. For one thread. */
public final class ArchiveCheck {

    /** What can be wrong with a file. */
    public enum Problem {
        /** The register knows it, the disk does not have it. */
        MISSING,
        /** Its content is another one than was filed. */
        ALTERED,
        /** Nobody filed it. */
        EXTRA,
        /** It was erased on purpose, because it was a secret. */
        SPILLED,
        /** It was to be erased, because it was a secret, and is still there. */
        NOT_ERASED;

        /** Whether somebody must see to it. */
        public boolean isWrong() {
            return this != SPILLED;
        }
    }

    /** Gets what is found. */
    @FunctionalInterface
    public interface Findings {
        void found(String path, Problem problem, String detail) throws IOException;
    }

    private final Path root;
    private final int year;
    private final boolean hashes;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    /**
     * @param year the only year that is looked at; 0 for all
     * @param hashes whether the content is compared, not only the size
     */
    public ArchiveCheck(Path root, int year, boolean hashes, Findings findings) {
        this.root = root;
        this.year = year;
        this.hashes = hashes;
        this.findings = findings;
    }

    /** A file that must not be there any more. */
    public void lookForErased(String path) throws IOException {
        known.add(path);
        boolean there = Files.exists(root.resolve(path).normalize(), LinkOption.NOFOLLOW_LINKS);
        findings.found(path, there ? Problem.NOT_ERASED : Problem.SPILLED, "");
    }

    /** A file that must be there. */
    public void look(String path, long size, String sha256) throws IOException {
        known.add(path);
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            findings.found(path, Problem.MISSING, "");
            return;
        }
        long found = Files.size(file);
        if (found != size) {
            findings.found(path, Problem.ALTERED, found + " byte <> " + size + " byte");
        } else if (hashes && !Staging.hash(file).equals(sha256)) {
            findings.found(path, Problem.ALTERED, "SHA-256 <> " + sha256);
        }
    }

    /** After every file that must be there: what is there besides. */
    public void finish() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // A document that is being filed right now.
                return Staging.isStaging(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!known.contains(path) && (year == 0 || path.matches("[^/]+/" + year + "/.*"))) {
                    findings.found(path, Problem.EXTRA, "");
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
