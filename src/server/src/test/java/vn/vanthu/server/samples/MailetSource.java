package vn.vanthu.server.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Javadoc of a mailet or matcher says.
 *
 * @param name the class, without its package
 * @param javadoc of the class, without the stars
 */
record MailetSource(String name, String javadoc) {

    private static final Path SOURCES = Path.of("..", "..", "mailets", "src", "main", "java", "vn", "vanthu");
    private static final Pattern SAMPLE = Pattern.compile("<pre><code>(.*?)</code></pre>", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("<li>\\{@code (\\w+)}:");
    private static final Pattern JAVADOC = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public final class", Pattern.DOTALL);

    /** Every mailet and matcher of ours. */
    static List<MailetSource> all() throws IOException {
        return Stream.concat(in("mailets"), in("matchers")).toList();
    }

    private static Stream<MailetSource> in(String packageName) throws IOException {
        Path folder = SOURCES.resolve(packageName);
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(MailetSource::read);
        }
    }

    private static MailetSource read(Path file) {
        try {
            Matcher javadoc = JAVADOC.matcher(Files.readString(file));
            String text = javadoc.find() ? javadoc.group(1).replaceAll("(?m)^ \\* ?", "") : "";
            return new MailetSource(file.getFileName().toString().replace(".java", ""), text.strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The XML to paste into {@code mailetcontainer.xml}. */
    List<String> samples() {
        return SAMPLE.matcher(javadoc)
                .results()
                .map(found -> found.group(1).strip())
                .map(xml -> xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .toList();
    }

    List<String> parameters() {
        return PARAMETER
                .matcher(javadoc)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The first sentence, as plain text. */
    String summary() {
        String plain =
                javadoc.replaceAll("\\{@\\w+ (?:[\\w.]*#)?([^}]*)}", "$1").replaceAll("\\s+", " ");
        int end = plain.indexOf(". ");
        return end < 0 ? plain : plain.substring(0, end);
    }
}
