package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Temporary copies of files, in a folder that only we can read. */
final class Spool {

    /**
     * A copy.
     *
     * @param whole whether all of it was within the limit
     */
    record Copy(Path file, long size, boolean whole, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private static final int BLOCK = 1 << 16;

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Copies up to a number of bytes; {@code start} was read already and comes first. */
    Copy copy(byte[] start, InputStream rest, long limit) throws IOException {
        Path file = Files.createTempFile(folder, "part", ".tmp");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = sha256();
            digest.update(start);
            out.write(start);
            long size = start.length;
            byte[] block = new byte[BLOCK];
            int count = 0;
            while (size <= limit && count >= 0) {
                count = rest.read(block);
                if (count > 0) {
                    digest.update(block, 0, count);
                    out.write(block, 0, count);
                    size += count;
                }
            }
            return new Copy(file, size, size <= limit, hex(digest));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static String hash(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
