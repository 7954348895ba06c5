package vn.vanthu.server.james;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MimeMessageSource;

/**
 * The contents of large mails in the queue, each a file beside the journal, on the disk before the journal names it and
 * deleted after the mail has left the queue. So a mail that waits costs no memory, whatever its size.
 */
public final class LargeContents {

    /** The folder's name in the queue's folder. */
    public static final String FOLDER = "large";

    private final Path folder;

    private LargeContents(Path folder) {
        this.folder = folder;
    }

    static LargeContents in(Path queue) throws IOException {
        return new LargeContents(Files.createDirectories(queue.resolve(FOLDER)));
    }

    /** Returns the new file's name when its bytes are on the disk. */
    String write(MimeMessage message) throws IOException, MessagingException {
        Path file = folder.resolve(UUID.randomUUID() + ".eml");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            message.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException | MessagingException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        try (FileChannel entries = FileChannel.open(folder)) {
            entries.force(true);
        }
        return file.getFileName().toString();
    }

    boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Where James reads the message from. */
    MimeMessageSource source(String name) {
        Path file = folder.resolve(name);
        return new MimeMessageSource() {
            @Override
            public String getSourceId() {
                return name;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new BufferedInputStream(Files.newInputStream(file));
            }

            @Override
            public long getMessageSize() throws IOException {
                return Files.size(file);
            }
        };
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /**
     * Deletes what no mail in the queue names: left by a crash between the journal and the file.
     *
     * @param named asked only when there is any file
     */
    void keepOnly(Callable<Set<String>> named) throws Exception {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        Set<String> needed = all.isEmpty() ? Set.of() : named.call();
        for (Path file : all) {
            if (!needed.contains(file.getFileName().toString())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
