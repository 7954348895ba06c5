package vn.vanthu.documents;

import java.io.IOException;
import java.util.List;
import vn.vanthu.document.ReadPart;

/** Reads a file, and the files in it. */
@FunctionalInterface
public interface FileReader {

    /**
     * Whatever the file is, this gives at least one part, or none for a container that was read wholly.
     *
     * @throws IOException when no file can be read just now
     */
    List<ReadPart> read(FoundFile file, Budget budget) throws IOException;
}
