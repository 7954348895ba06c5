package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A copy of {@code conf/}, which a scenario changes as an administrator would. */
public record ConfFolder(Path path) {

    private static final Path SHIPPED = Path.of("..", "..", "conf");

    static ConfFolder copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new ConfFolder(folder).liftSendingLimits();
    }

    /** Puts one text in another's place, wherever it stands. */
    public ConfFolder replace(String file, String text, String by) throws IOException {
        String before = read(file);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not hold: " + text);
        }
        return write(file, before.replace(text, by));
    }

    /** Sets a key of {@code vanthu.properties}. */
    public ConfFolder set(String key, String value) throws IOException {
        return write("vanthu.properties", read("vanthu.properties") + "\n" + key + "=" + value + "\n");
    }

    /** Replaces a file as a whole, as editors do. */
    public ConfFolder write(String file, String content) throws IOException {
        Path next = path.resolve(file + ".new");
        Files.writeString(next, content);
        Files.move(next, path.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** Relayed mail is tried again after these waits. */
    public ConfFolder retryAfter(String delays) throws IOException {
        return replace("mailetcontainer.xml", "1m, 5m, 15m, 1h", delays);
    }

    /** Scenarios send more to strangers in a minute than an office does in a day. */
    private ConfFolder liftSendingLimits() throws IOException {
        return write(
                "mailetcontainer.xml",
                read("mailetcontainer.xml")
                        .replace("<messages>20, 120, 400", "<messages>100000, 100000, 100000")
                        .replace("<recipients>60, 100, 300", "<recipients>100000, 100000, 100000")
                        .replace("<newRecipients>40", "<newRecipients>100000")
                        .replace("<newRecipientsOfSpam>10", "<newRecipientsOfSpam>100000")
                        .replace("<bounces>15", "<bounces>100000"));
    }

    /** The limits on sending as they are shipped. */
    public ConfFolder usualSendingLimits() throws IOException {
        return write(
                "mailetcontainer.xml",
                read("mailetcontainer.xml")
                        .replace("<messages>100000, 100000, 100000", "<messages>20, 120, 400")
                        .replace("<recipients>100000, 100000, 100000", "<recipients>60, 100, 300")
                        .replace("<newRecipients>100000", "<newRecipients>40")
                        .replace("<newRecipientsOfSpam>100000", "<newRecipientsOfSpam>10")
                        .replace("<bounces>100000", "<bounces>15"));
    }

    public String read(String file) throws IOException {
        return Files.readString(path.resolve(file));
    }
}
