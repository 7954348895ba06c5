package vn.vanthu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is copied while documents are filed and erased. */
class ArchiveCopyTest {

    private static final String KEPT = "den/2026/01/kept.eml";
    private static final String ERASED = "den/2026/02/erased.eml";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDocumentThatIsBeingFiledIsNotThereYet() throws Exception {
        write("archive/" + KEPT);
        write("archive/.writing-123/half.eml");
        assertThat(copy(Map.of(), folder.resolve("nothing")).bringUpToDate())
                .extracting(Manifest.Entry::path)
                .containsExactly("../archive/" + KEPT);
        assertThat(folder.resolve("copies/.writing-123")).doesNotExist();
    }

    @Test
    void aFileThatGoesAwayMeanwhileIsLeftOut() throws Exception {
        write("archive/" + KEPT);
        write("archive/" + ERASED);
        write("copies/" + ERASED);
        String path = "../archive/" + ERASED;
        Manifest.Entry before = new Manifest.Entry(path, 7, "another hash: its copy is made again");
        assertThat(copy(Map.of(path, before), folder.resolve("archive/" + ERASED))
                        .bringUpToDate())
                .extracting(Manifest.Entry::path)
                .containsExactly("../archive/" + KEPT);
    }

    /** @param erased goes away with the first line of progress */
    private ArchiveCopy copy(Map<String, Manifest.Entry> known, Path erased) {
        return new ArchiveCopy(folder.resolve("archive"), folder.resolve("copies"), known, line -> {
            try {
                Files.delete(erased);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
