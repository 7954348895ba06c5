package vn.vanthu.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

/**
 * Each folder of {@code bad-configs} holds the files that stand in place of those in {@code conf}, and exactly what the
 * administrator is told about them. A file named {@code NAME.missing} takes one away.
 */
@ExtendWith(TurkishLocale.class)
class BadConfigurationsTest {

    private static final Path FOLDERS = Golden.RESOURCES.resolve("server/bad-configs");

    @Test
    void theShippedConfigurationIsGood(@TempDir Path temp) throws IOException {
        assertThat(told(FOLDERS.resolve("none"), temp)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyProblemIsToldAtOnce(@TempDir Path temp) throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            List<Path> sorted = folders.sorted().toList();
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> Golden.assertSame(folder.resolve("expected.txt"), told(folder, temp))));
        }
    }

    private static String told(Path folder, Path temp) throws IOException {
        Path conf = Files.createTempDirectory(temp, "conf").toRealPath();
        copy(Golden.CONF, conf);
        copy(folder, conf);
        for (Path missing : list(conf).stream()
                .filter(file -> file.toString().endsWith(".missing"))
                .toList()) {
            Files.delete(Path.of(missing.toString().replace(".missing", "")));
        }
        Path data = Files.createTempDirectory(temp, "data").toRealPath();
        return problems(conf, data).stream()
                .map(problem ->
                        problem.toString().replace(conf.toString(), "conf").replace(data.toString(), "data") + "\n")
                .collect(Collectors.joining());
    }

    private static List<Problem> problems(Path conf, Path data) {
        try {
            GatewayConfiguration.load(new GatewayOptions(conf, data, 2000, null, false));
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Files.isDirectory(from) ? list(from) : List.<Path>of()) {
            Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
