package vn.vanthu.james;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of the data folder's disk that new mail may not take, so that what was accepted can be worked through.
 *
 * @param folder the data folder
 * @param bytes that must stay free; 0 for no reserve
 */
public record DiskReserve(Path folder, long bytes) {

    /** Whether more than the reserve is free. A disk that cannot be asked takes no mail. */
    public boolean isThere() {
        try {
            return free() > bytes;
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes that this account may still write. */
    public long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
