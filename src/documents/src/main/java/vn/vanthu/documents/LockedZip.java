package vn.vanthu.documents;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.vanthu.document.ReadPart;

/** A ZIP file with a password: what is in it cannot be read, but its names can. */
final class LockedZip {

    private static final int MOST = 50;

    private LockedZip() {}

    /** A part without text for each of the first files in it; none when it is no ZIP file. */
    static List<ReadPart> names(FoundFile zip) {
        try (ZipFile file = ZipFile.builder().setPath(zip.content()).get()) {
            return Collections.list(file.getEntries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .limit(MOST)
                    .map(entry -> locked(zip, entry))
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static ReadPart locked(FoundFile zip, ZipArchiveEntry entry) {
        String name = FileNames.oneLine(entry.getName(), 1);
        FoundFile inside = new FoundFile(
                zip.path() + "/" + name,
                FileNames.last(name),
                "",
                false,
                false,
                zip.depth() + 1,
                zip.content(),
                zip.sha256());
        return Parts.none(inside, "application/zip", UnreadReason.ENCRYPTED);
    }
}
