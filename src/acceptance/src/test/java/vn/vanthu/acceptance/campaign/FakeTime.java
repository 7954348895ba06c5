package vn.vanthu.acceptance.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** libfaketime (Debian package faketime): gives a process that is started with it another clock. */
final class FakeTime {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private FakeTime() {}

    static boolean isInstalled() {
        return Files.exists(LIBRARY);
    }

    /** The environment of a process whose clock is so much behind. */
    static Map<String, String> behind(Duration time) {
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME", "-" + time.toSeconds(),
                "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }
}
