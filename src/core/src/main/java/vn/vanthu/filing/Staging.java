package vn.vanthu.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document's folder while it is written: beside its place, out of sight, on the same disk. */
final class Staging implements AutoCloseable {

    static final String PREFIX = ".writing-";
    private static final String FILE_RIGHTS = "r--r-----";
    private static final String FOLDER_RIGHTS = "rwxr-x---";

    /** A file that is on the disk. */
    record Written(String name, long size, String sha256) {}

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging in(Path root) throws IOException {
        return new Staging(Files.createTempDirectory(root, PREFIX));
    }

    static void removeAll(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.filter(Staging::isStaging).toList()) {
                remove(child);
            }
        }
    }

    static boolean isStaging(Path path) {
        return String.valueOf(path.getFileName()).startsWith(PREFIX);
    }

    Written write(String name, String text) throws IOException {
        return write(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a new file, synced to the disk. */
    Written write(String name, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                ByteBuffer block = ByteBuffer.wrap(buffer, 0, read);
                while (block.hasRemaining()) {
                    channel.write(block);
                }
            }
            channel.force(true);
        }
        rights(file, FILE_RIGHTS);
        return new Written(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    void delete(Written file) throws IOException {
        Files.delete(folder.resolve(file.name()));
    }

    /** Puts a second name of an existing file in place of the one written, if that file still has this content. */
    void linkTo(Path existing, String name, String sha256) throws IOException {
        if (!Files.isRegularFile(existing, LinkOption.NOFOLLOW_LINKS)
                || !hash(existing).equals(sha256)) {
            return;
        }
        Path link = folder.resolve(name + ".link");
        try {
            Files.createLink(link, existing);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A memory stick or network share without hard links: the copy stays.
            return;
        }
        Files.move(link, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Moves the folder to its place; a folder there, left by a crash, gets the files one by one. */
    void moveTo(Path target, Path root) throws IOException {
        Path parent = target.getParent();
        List<Path> shelves = new ArrayList<>();
        for (@Nullable Path up = parent; up != null && !up.equals(root); up = up.getParent()) {
            shelves.add(up);
        }
        List<Path> missing =
                shelves.stream().filter(shelf -> !Files.exists(shelf)).toList();
        Files.createDirectories(parent);
        for (Path shelf : missing) {
            rights(shelf, FOLDER_RIGHTS);
        }
        sync(folder);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            sync(target);
        } else {
            rights(folder, FOLDER_RIGHTS);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path shelf : shelves) {
            sync(shelf);
        }
        sync(root);
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A new name in a folder is on the disk only when the folder is. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void rights(Path path, String rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(rights));
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
