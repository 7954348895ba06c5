package vn.vanthu.spam.learn;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The file of lessons, {@code spam/lessons} in the data folder: a magic number, then each lesson behind its length, the
 * length's checksum (so that a wrong one does not pass for a cut end) and its own. Lessons are appended and forced to the disk, or the whole file is replaced at once.
 */
final class LessonFile {

    private static final long MAGIC = 0x56545350414D3032L;
    private static final int HEAD = 3 * Integer.BYTES;

    private final Path path;

    LessonFile(Path path) {
        this.path = path;
    }

    /**
     * What was read.
     *
     * @param lessons how many
     * @param wholeBytes up to where the file is whole
     * @param isCorrupt whether anything but a cut end was found: a lesson that was being written when the power went is no
     *     corruption
     */
    record Content(int lessons, long wholeBytes, boolean isCorrupt) {}

    /** Reads one lesson after the other: a file of many changes holds more than the memory. */
    Content read(Consumer<Lesson> each) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return new Content(0, 0, false);
        }
        int lessons = 0;
        long whole = Long.BYTES;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            if (Files.size(path) < whole || in.readLong() != MAGIC) {
                return new Content(0, 0, true);
            }
            while (true) {
                int length = in.readInt();
                boolean sure = in.readInt() == checksum(length);
                int checksum = in.readInt();
                byte[] bytes = sure ? in.readNBytes(length) : new byte[0];
                if (!sure || bytes.length == length && checksum(bytes) != checksum) {
                    return new Content(lessons, whole, true);
                }
                if (bytes.length < length) {
                    return new Content(lessons, whole, false);
                }
                each.accept(decoded(bytes));
                lessons++;
                whole += HEAD + length;
            }
        } catch (EOFException end) {
            return new Content(lessons, whole, false);
        }
    }

    /** Appends one lesson behind what is whole. */
    void append(Lesson lesson, long wholeBytes) throws IOException {
        byte[] record = record(lesson);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(wholeBytes);
            file.position(wholeBytes);
            writeFully(file, record);
            file.force(true);
        }
    }

    /** Replaces the file: after a crash there is the old one or the new one. */
    long replace(Collection<Lesson> lessons) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".new");
        long bytes = Long.BYTES;
        try (FileChannel file = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeFully(file, ByteBuffer.allocate(Long.BYTES).putLong(MAGIC).array());
            for (Lesson lesson : lessons) {
                byte[] record = record(lesson);
                writeFully(file, record);
                bytes += record.length;
            }
            file.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return bytes;
    }

    /** Puts a corrupt file aside, so that nothing is lost. */
    Path putAside(Instant now) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".corrupt-" + now.getEpochSecond());
        return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeFully(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    private static byte[] record(Lesson lesson) throws IOException {
        byte[] content = encoded(lesson);
        return ByteBuffer.allocate(HEAD + content.length)
                .putInt(content.length)
                .putInt(checksum(content.length))
                .putInt(checksum(content))
                .put(content)
                .array();
    }

    private static byte[] encoded(Lesson lesson) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(lesson.key());
        out.writeByte(lesson.kind() == Kind.SPAM ? 1 : 0);
        out.writeUTF(lesson.source());
        out.writeLong(lesson.at().toEpochMilli());
        out.writeFloat(lesson.points());
        out.write(lesson.packed());
        return bytes.toByteArray();
    }

    private static Lesson decoded(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String key = in.readUTF();
        Kind kind = in.readByte() == 1 ? Kind.SPAM : Kind.HAM;
        // A few people teach everything.
        String source = in.readUTF().intern();
        Instant at = Instant.ofEpochMilli(in.readLong());
        return new Lesson(key, kind, source, at, in.readFloat(), in.readAllBytes());
    }

    private static int checksum(int length) {
        return checksum(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
