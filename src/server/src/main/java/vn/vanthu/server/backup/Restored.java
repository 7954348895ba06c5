package vn.vanthu.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
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
 * @param lastNumbers {@code den/2026} to the copy's last number, as it was before a confirmation took the first number; empty
 *     while none did
 */
public record Restored(
        Instant madeAt, String sealHead, String backup, boolean whole, Map<String, Integer> lastNumbers) {

    private static final String FILE = "restored.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Restored {
        lastNumbers = Map.copyOf(lastNumbers);
    }

    /** The mark of a folder that is being filled. */
    static Restored begun(Manifest manifest, Path backup) {
        return new Restored(
                manifest.madeAt(), manifest.sealHead(), backup.toAbsolutePath().toString(), false, Map.of());
    }

    public static Optional<Restored> in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode all = JSON.readTree(file.toFile());
        Map<String, Integer> last = new TreeMap<>();
        all.path("lastNumbers")
                .fields()
                .forEachRemaining(
                        book -> last.put(book.getKey(), book.getValue().asInt()));
        return Optional.of(new Restored(
                Instant.parse(all.path("madeAt").asText()),
                all.path("sealHead").asText(),
                all.path("backup").asText(),
                all.path("whole").asBoolean(true),
                last));
    }

    /**
     * Numbers and mails of the time after the copy are not known yet: nothing may be numbered or sent.
     *
     * @throws ConfigurationException when the folder bears the mark
     */
    public static void refuse(Path data) throws IOException, ConfigurationException {
        Optional<Restored> restored = in(data);
        if (restored.isPresent()) {
            boolean whole = restored.get().whole();
            throw new ConfigurationException(List.of(new Problem(
                    data.toString(),
                    "--data",
                    whole
                            ? "vừa khôi phục, chưa xác nhận / a restored folder that is not confirmed"
                            : "a restore that was interrupted",
                    whole
                            ? "first './vanthu restore --confirm', see './vanthu restore --help'"
                            : "first './vanthu restore BACKUP' once more",
                    null)));
        }
    }

    Restored finished() {
        return new Restored(madeAt, sealHead, backup, true, lastNumbers);
    }

    /** The same with the copy's last numbers, unless they are known already. */
    Restored withLast(Map<String, Integer> numbers) {
        return lastNumbers.isEmpty() ? new Restored(madeAt, sealHead, backup, whole, numbers) : this;
    }

    void writeTo(Path data) throws IOException {
        DataFolder.writePrivate(
                data.resolve(FILE),
                JSON.writeValueAsString(Map.of(
                        "madeAt",
                        madeAt.toString(),
                        "sealHead",
                        sealHead,
                        "backup",
                        backup,
                        "whole",
                        whole,
                        "lastNumbers",
                        lastNumbers)));
    }

    static void remove(Path data) throws IOException {
        Files.delete(data.resolve(FILE));
    }

    static GatewayConfiguration configuration(Path conf, Path data) throws ConfigurationException {
        return GatewayConfiguration.load(new GatewayOptions(conf, data, 0, null, false));
    }
}
