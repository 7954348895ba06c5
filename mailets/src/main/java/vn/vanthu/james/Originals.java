package vn.vanthu.james;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vn.vanthu.message.MailId;

/** The messages that were altered, as they were before: one file for each mail, on disk before the altered one goes on. */
public final class Originals {

    private final Path folder;

    public Originals(Path folder) {
        this.folder = folder;
    }

    /** Keeps the bytes, synced to disk. The first ones stay: a replay after a crash may bring altered ones. */
    public void keep(MailId id, byte[] message) throws IOException {
        Path file = fileOf(id);
        if (Files.exists(file)) {
            return;
        }
        Path parent = folder.resolve(id.value().substring(0, 2));
        Files.createDirectories(parent);
        Path next = Files.createTempFile(parent, "keep", ".new");
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(message);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The message as it was; empty when the mail was not altered. */
    public Optional<byte[]> read(MailId id) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(fileOf(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes it; whether there was one. */
    public boolean erase(MailId id) throws IOException {
        return Files.deleteIfExists(fileOf(id));
    }

    private Path fileOf(MailId id) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value() + ".eml");
    }
}
