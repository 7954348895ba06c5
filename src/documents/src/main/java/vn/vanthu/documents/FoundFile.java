package vn.vanthu.documents;

import java.nio.file.Path;

/**
 * A file that is to be read.
 *
 * @param path {@link vn.vanthu.document.ReadPart#path}
 * @param fileName decoded, on one line; empty for none
 * @param declaredType what its sender says that it is, lower case; empty for nothing
 * @param body whether it is the text of the mail itself
 * @param signed whether a signature around it (S/MIME) covers it
 * @param depth how many files it is inside of
 * @param content where its bytes are
 * @param sha256 of these bytes, lower case hex
 */
public record FoundFile(
        String path,
        String fileName,
        String declaredType,
        boolean body,
        boolean signed,
        int depth,
        Path content,
        String sha256) {

    /** The same file with its bytes elsewhere. */
    FoundFile withContent(Path other) {
        return new FoundFile(path, fileName, declaredType, body, signed, depth, other, sha256);
    }
}
