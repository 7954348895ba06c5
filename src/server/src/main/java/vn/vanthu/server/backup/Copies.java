package vn.vanthu.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Files copied with their hash, synced to the disk. */
final class Copies {

    private Copies() {}

    /** Copies a file and gives its entry; the target's folders are made. */
    static Manifest.Entry copy(Path from, Path folder, String path) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(parent(to));
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            DigestInputStream digest = new DigestInputStream(in, sha256());
            long size = digest.transferTo(out);
            channel.force(true);
            keepRights(from, to);
            return new Manifest.Entry(
                    path,
                    size,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }
    }

    /** As {@link #copy}, whole or not at all; what was there before goes. */
    static Manifest.Entry replace(Path from, Path folder, String path) throws IOException {
        String next = path + ".copying";
        Files.deleteIfExists(folder.resolve(next));
        try {
            Manifest.Entry entry = copy(from, folder, next);
            Files.move(folder.resolve(next), folder.resolve(path), StandardCopyOption.ATOMIC_MOVE);
            return entry.at(path);
        } catch (IOException e) {
            Files.deleteIfExists(folder.resolve(next));
            throw e;
        }
    }

    /** As {@link #copy}; nothing when the file went away meanwhile. */
    static Stream<Manifest.Entry> copyIfThere(Path from, Path folder, String path) throws IOException {
        try {
            return Stream.of(copy(from, folder, path));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }

    static Manifest.Entry entryOf(Path folder, String path) throws IOException {
        try (DigestInputStream digest = new DigestInputStream(Files.newInputStream(folder.resolve(path)), sha256())) {
            long size = digest.transferTo(OutputStream.nullOutputStream());
            return new Manifest.Entry(
                    path,
                    size,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }
    }

    /** 0 when the file went away meanwhile. */
    static long sizeIfThere(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Every file below the folder, sorted; paths from it, with {@code /}. */
    static List<String> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(folder.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            /** A gateway that runs takes files away meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException || file.endsWith(Trees.LOST_AND_FOUND)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        Collections.sort(found);
        return List.copyOf(found);
    }

    private static void keepRights(Path from, Path to) throws IOException {
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file, not " + file);
        }
        return parent;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
