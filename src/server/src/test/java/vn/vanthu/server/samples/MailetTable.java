package vn.vanthu.server.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The README's table of mailets, {@code | Mailet | Parameters | Does |}: made from the Javadoc, and checked against it. */
final class MailetTable {

    static final Path README = Path.of("..", "..", "README.md");

    private MailetTable() {}

    /** A table to start from: {@code java ... vn.vanthu.server.samples.MailetTable}, in this module's folder. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("| Mailet | Parameters | Does |\n|---|---|---|");
        for (MailetSource mailet : MailetSource.all()) {
            System.out.println("| `" + mailet.name() + "` | " + parameters(mailet) + " | " + mailet.summary() + " |");
        }
    }

    private static String parameters(MailetSource mailet) {
        return mailet.parameters().isEmpty()
                ? "none"
                : mailet.parameters().stream()
                        .map(parameter -> "`" + parameter + "`")
                        .collect(Collectors.joining(", "));
    }

    /** What the table does not say: mailets without a row, parameters that their row does not name. */
    static List<String> missing() throws IOException {
        List<String> rows = Files.readAllLines(README);
        List<String> missing = new ArrayList<>();
        for (MailetSource mailet : MailetSource.all()) {
            rows.stream()
                    .filter(line -> line.startsWith("| `" + mailet.name() + "` |"))
                    .findFirst()
                    .ifPresentOrElse(
                            row -> mailet.parameters().stream()
                                    .filter(parameter -> !row.contains("`" + parameter + "`"))
                                    .forEach(parameter -> missing.add(mailet.name() + ": " + parameter)),
                            () -> missing.add(mailet.name()));
        }
        return missing;
    }
}
