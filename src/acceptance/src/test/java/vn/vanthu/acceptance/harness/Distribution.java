package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** {@code vanthu-VERSION.tar.gz}, unpacked: what an administrator installs and what the container image holds. */
public record Distribution(Path home) {

    private static final Path MADE_IN = Path.of("..", "server", "target");

    public static Distribution unpackInto(Path folder) throws Exception {
        Ended tar = RunningCommand.start(
                        List.of("tar", "-xzf", archive().toString(), "-C", folder.toString()), Map.of())
                .await(120);
        if (tar.exitCode() != 0) {
            throw new IllegalStateException("the archive cannot be unpacked: " + tar.output());
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            return new Distribution(unpacked.findFirst().orElseThrow());
        }
    }

    private static Path archive() throws IOException {
        try (Stream<Path> made = Files.isDirectory(MADE_IN) ? Files.list(MADE_IN) : Stream.empty()) {
            return made.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no distribution in src/server/target: it is made by './mvnw package' and later phases"));
        }
    }

    /** Starts {@code bin/vanthu} with these arguments. */
    public RunningCommand start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/vanthu").toString()));
        command.addAll(List.of(arguments));
        return RunningCommand.start(command, environment);
    }

    public Ended run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException, TimeoutException {
        return start(environment, arguments).await(300);
    }
}
