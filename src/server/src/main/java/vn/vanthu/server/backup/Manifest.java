package vn.vanthu.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param madeAt when the copy of the register began
 * @param sealHead hash of the newest seal in it; empty for none
 * @param files in the backup's folder, and under {@code ../archive/}
 */
record Manifest(Instant madeAt, String sealHead, List<Entry> files) {

    static final String FILE = "manifest.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param path from the backup's folder, with {@code /} */
    record Entry(String path, long size, String sha256) {

        Entry at(String otherPath) {
            return new Entry(otherPath, size, sha256);
        }
    }

    Manifest {
        files = List.copyOf(files);
    }

    void writeTo(Path folder) throws IOException {
        ObjectNode all = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("madeAt", madeAt.toString())
                .put("sealHead", sealHead);
        ArrayNode list = all.putArray("files");
        files.forEach(file -> list.addObject()
                .put("path", file.path())
                .put("size", file.size())
                .put("sha256", file.sha256()));
        Files.write(folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    static Manifest read(Path folder) throws IOException, BackupException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BackupException(folder + " is no backup: it has no " + FILE
                    + "; allowed: a folder vanthu-YYYYMMDD-HHMMSS that './vanthu backup' made");
        }
        try {
            JsonNode all = JSON.readTree(file.toFile());
            if (all.path("format").asInt() != FORMAT) {
                throw new BackupException(file + " has the format " + all.path("format") + "; this program reads "
                        + FORMAT + ": restore with the version that made it, then upgrade");
            }
            List<Entry> files = new ArrayList<>();
            for (JsonNode each : all.path("files")) {
                files.add(new Entry(
                        each.path("path").asText(),
                        each.path("size").asLong(),
                        each.path("sha256").asText()));
            }
            return new Manifest(
                    Instant.parse(all.path("madeAt").asText()),
                    all.path("sealHead").asText(),
                    files);
        } catch (com.fasterxml.jackson.core.JacksonException | java.time.DateTimeException e) {
            throw new BackupException(file + " cannot be read: " + e.getMessage() + "; take another backup");
        }
    }
}
