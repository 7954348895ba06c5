package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration folder of each gateway, made from the shipped one. */
final class Configurations {

    /** Within the folder of a variant that {@code vanthu run} would refuse: the files in place of the checked ones. */
    static final String UNCHECKED_FOLDER = "unchecked";

    private static final Pattern SIGNING = Pattern.compile("<mailet [^>]*SignDkim\"\\s*/>");
    private static final Pattern SENDING_LIMITS = Pattern.compile("(?s)<mailet [^>]*LimitSender\">.*?</mailet>");
    private static final Pattern THREADS = Pattern.compile("<threads>(\\d+)</threads>");
    private static final Pattern WORKERS = Pattern.compile("<workers>(\\d+)</workers>");
    private static final Pattern HANDLERS = Pattern.compile("<handlerchain coreHandlersPackage=\"[^\"]*\"\\s*/>");
    private static final String JAMES_HANDLERS =
            """
            <handlerchain coreHandlersPackage="org.apache.james.smtpserver.CoreCmdHandlerLoader">
                <handler class="org.apache.james.smtpserver.fastfail.ValidRcptHandler"/>
            </handlerchain>""";

    private static final String LOGGING_HANDLERS =
            "<handlerchain coreHandlersPackage=\"" + LoggingHandlers.class.getName() + "\"/>";

    private final Path shipped;
    private final String smarthost;

    Configurations(Path shipped, String smarthost) {
        this.shipped = shipped;
        this.smarthost = smarthost;
    }

    /** Makes the folder of a variant that is a gateway. */
    void make(Variant variant, Path folder) throws IOException {
        copy(folder);
        // The benchmark sends more from one login in a second than the limits let anybody send in a day.
        change(folder.resolve("mailetcontainer.xml"), SENDING_LIMITS, "");
        switch (variant) {
            case SIGNING -> {}
            case GATEWAY -> change(folder.resolve("mailetcontainer.xml"), SIGNING, "");
            case PLAIN -> makeUnchecked(folder.resolve(UNCHECKED_FOLDER), "plain", JAMES_HANDLERS);
            case LOGGING -> makeUnchecked(folder.resolve(UNCHECKED_FOLDER), "logging", LOGGING_HANDLERS);
            case POSTFIX_RSPAMD, POSTFIX_SPAMASSASSIN -> throw new IllegalArgumentException(variant + " is no gateway");
        }
    }

    private void makeUnchecked(Path folder, String name, String handlers) throws IOException {
        copy(folder);
        change(folder.resolve("smtpserver.xml"), HANDLERS, handlers);
        String policy = Files.readString(shipped.resolve("mailetcontainer.xml"));
        Files.writeString(
                folder.resolve("mailetcontainer.xml"),
                template(name)
                        .replace("@threads@", value(policy, THREADS))
                        .replace("@workers@", value(policy, WORKERS))
                        .replace("@smarthost@", smarthost));
    }

    private void copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static void change(Path file, Pattern from, String to) throws IOException {
        String text = Files.readString(file);
        value(text, from);
        Files.writeString(file, from.matcher(text).replaceAll(Matcher.quoteReplacement(to)));
    }

    /** The first group, or the whole find; a benchmark of something else than it says would be worse than none. */
    private static String value(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("conf has no " + pattern + " any more: the benchmark must follow it");
        }
        return matcher.group(matcher.groupCount());
    }

    private static String template(String name) throws IOException {
        try (InputStream in = Configurations.class.getResourceAsStream(name + "-mailetcontainer.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
