package vn.vanthu.register.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.vanthu.held.HeldMails.AlteredException;
import vn.vanthu.message.Fingerprint;

/** The bytes of held mails: one file for each SHA-256, on the disk when they are kept, readable by this account only. */
final class HeldFiles {

    private static final String NAME_FILE = "name";

    private final Path folder;
    private volatile @Nullable String name;

    HeldFiles(Path folder) {
        this.folder = folder;
    }

    /** By which the register knows this folder; made once, and moves with it through a backup. */
    String name() throws IOException {
        String known = name;
        return known == null ? readName() : known;
    }

    private synchronized String readName() throws IOException {
        Path file = folder.resolve(NAME_FILE);
        if (!Files.exists(file)) {
            makePrivate(folder);
            Path part = folder.resolve("new-" + UUID.randomUUID());
            Files.writeString(
                    part, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        }
        String read = Files.readString(file);
        name = read;
        return read;
    }

    /** Keeps the bytes; the same bytes are kept once. Memory does not grow with them. */
    Fingerprint keep(InputStream message) throws IOException {
        makePrivate(folder);
        Path part = folder.resolve("new-" + UUID.randomUUID());
        try {
            Fingerprint content = write(message, part);
            Path file = fileOf(content.sha256());
            makePrivate(parentOf(file));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(parentOf(file));
            return content;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Fingerprint write(InputStream message, Path part) throws IOException {
        MessageDigest digest = Hashes.sha256();
        long size = 0;
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, onlyOwner("rw-------"));
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] block = new byte[64 * 1024];
            for (int read = message.read(block); read >= 0; read = message.read(block)) {
                digest.update(block, 0, read);
                out.write(block, 0, read);
                size += read;
            }
            channel.force(true);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** The bytes, after a first reading that compared their hash; the open file stays the one that was compared. */
    InputStream open(Fingerprint content) throws IOException {
        FileChannel channel = FileChannel.open(fileOf(content.sha256()), StandardOpenOption.READ);
        try {
            MessageDigest digest = Hashes.sha256();
            InputStream first = new DigestInputStream(Channels.newInputStream(channel), digest);
            long size = first.transferTo(OutputStream.nullOutputStream());
            if (size != content.size()
                    || !HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
                throw new AlteredException(
                        "the bytes of the held mail " + content.sha256() + " are not those that were held");
            }
            channel.position(0);
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void remove(String sha256) throws IOException {
        Files.deleteIfExists(fileOf(sha256));
    }

    private Path fileOf(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".eml");
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
    }

    /** A file's name is on the disk only when its folder is. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?> onlyOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
