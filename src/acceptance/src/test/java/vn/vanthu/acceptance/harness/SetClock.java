package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The clock as one gateway and its children see it; needs the Debian package {@code faketime}. */
public final class SetClock {

    private final Path library;
    private final Path file;

    private SetClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /**
     * A clock that is right; empty where the package is not installed.
     *
     * @param file says how far the clock is off
     */
    public static Optional<SetClock> in(Path file) throws IOException {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        SetClock clock = new SetClock(library.get(), file);
        clock.offBy(Duration.ZERO);
        return Optional.of(clock);
    }

    public static boolean isInstalled() throws IOException {
        return library().isPresent();
    }

    private static Optional<Path> library() throws IOException {
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-*")) {
            for (Path architecture : architectures) {
                Path library = architecture.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }

    /** For the gateway's next start. */
    public void giveTo(GatewayProcess gateway) {
        gateway.with("LD_PRELOAD", library.toString())
                .with("FAKETIME_TIMESTAMP_FILE", file.toString())
                .with("FAKETIME_CACHE_DURATION", "1")
                // A clock that is set changes neither how long a wait is nor what stands on the disk.
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // Else waits end at once, and the gateway runs hot.
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .with("NO_FAKE_STAT", "1");
    }

    /** Seen within about a second. */
    public void offBy(Duration time) throws IOException {
        Files.writeString(file, "%+d".formatted(time.toSeconds()));
    }
}
