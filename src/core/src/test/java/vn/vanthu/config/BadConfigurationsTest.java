package vn.vanthu.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

/** Each folder of {@code bad-configs} is a broken configuration, and exactly what the administrator is told about it. */
@ExtendWith(TurkishLocale.class)
class BadConfigurationsTest {

    @TestFactory
    Stream<DynamicTest> everyProblemIsToldAtOnce() throws IOException {
        try (Stream<Path> folders = Files.list(Golden.RESOURCES.resolve("config/bad-configs"))) {
            List<Path> sorted = folders.sorted().toList();
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        String told = problems(folder).stream()
                                .map(problem -> problem.toString().replace(folder + "/", "") + "\n")
                                .collect(Collectors.joining());
                        Golden.assertSame(folder.resolve("expected.txt"), told);
                    }));
        }
    }

    private static List<Problem> problems(Path folder) {
        try {
            Path organization = folder.resolve("organization.xml");
            if (Files.exists(organization)) {
                OrganizationFile.load(organization);
            } else {
                Settings.load(folder.resolve("vanthu.properties"), Map.of());
            }
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }
}
