package vn.vanthu.acceptance.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** libfaketime (Debian package faketime): a process that it is loaded into reads its clock from a file. */
final class FakeTime {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private FakeTime() {}

    static boolean isInstalled() {
        return Files.exists(LIBRARY);
    }

    /** What a process is started with; its clock is right at first. */
    static Map<String, String> at(Path folder) throws IOException {
        setBack(folder, Duration.ZERO);
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", file(folder).toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }

    static void setBack(Path folder, Duration time) throws IOException {
        Files.writeString(file(folder), "-" + time.toSeconds() + "\n");
    }

    private static Path file(Path folder) {
        return folder.resolve("clock");
    }
}
