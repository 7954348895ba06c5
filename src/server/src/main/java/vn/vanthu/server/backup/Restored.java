package vn.vanthu.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;

/**
 * The mark of a data folder that was restored and is not confirmed yet: while it is there no gateway starts.
 *
 * @param madeAt when the copy was made: what happened later is lost
 * @param sealHead in the copy
 * @param backup where it came from
 * @param whole false while it is filled, and when that was interrupted
 */
public record Restored(Instant madeAt, String sealHead, String backup, boolean whole) {

    private static final String FILE = "restored.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Optional<Restored> in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode all = JSON.readTree(file.toFile());
        return Optional.of(new Restored(
                Instant.parse(all.path("madeAt").asText()),
                all.path("sealHead").asText(),
                all.path("backup").asText(),
                all.path("whole").asBoolean(true)));
    }

    Restored finished() {
        return new Restored(madeAt, sealHead, backup, true);
    }

    void writeTo(Path data) throws IOException {
        DataFolder.writePrivate(
                data.resolve(FILE),
                JSON.writeValueAsString(
                        Map.of("madeAt", madeAt.toString(), "sealHead", sealHead, "backup", backup, "whole", whole)));
    }

    static void remove(Path data) throws IOException {
        Files.delete(data.resolve(FILE));
    }

    static GatewayConfiguration configuration(Path conf, Path data) throws ConfigurationException {
        return GatewayConfiguration.load(new GatewayOptions(conf, data, 0, null, false));
    }
}
