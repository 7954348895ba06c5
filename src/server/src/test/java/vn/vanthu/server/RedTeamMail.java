package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanthu.testing.Golden;

/**
 * A mail in a file, and what people agreed to decide about it.
 *
 * @param name of the file
 * @param expected the lines {@code key: value} of the file beside it
 */
record RedTeamMail(String name, byte[] bytes, Map<String, String> expected) {

    private static final Path FOLDER =
            Path.of("..", "core").resolve(Golden.RESOURCES).resolve("approval");

    /** Those of a folder, by name. */
    static List<RedTeamMail> in(String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER.resolve(folder))) {
            files = all.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        List<RedTeamMail> mails = new ArrayList<>();
        for (Path file : files) {
            Path expected = Path.of(file.toString().replace(".eml", ".expected"));
            mails.add(new RedTeamMail(file.getFileName().toString(), Files.readAllBytes(file), read(expected)));
        }
        return mails;
    }

    private static Map<String, String> read(Path expected) throws IOException {
        return Files.readAllLines(expected).stream()
                .filter(line -> line.contains(":"))
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    String decision() {
        return expected.getOrDefault("decision", "");
    }
}
