package vn.vanthu.server.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Kind;
import vn.vanthu.config.Problems;
import vn.vanthu.config.PropertiesShape;
import vn.vanthu.server.james.Listener;

/** {@code webadmin.properties}: where the administrators' interface listens. */
public final class WebAdminFile {

    /** A "false" that nothing obeys would leave open what its author believes closed. */
    private static final Kind ENABLED = Kind.of("true: it always runs, and asks for the token", "true"::equals);

    private static final PropertiesShape SHAPE = new PropertiesShape()
            .optional("enabled", ENABLED)
            .required("host", Kind.HOST)
            .required("port", Kinds.PORT);

    private WebAdminFile() {}

    /** @throws ConfigurationException with every problem of the file */
    public static Listener read(Path conf) throws ConfigurationException {
        Path file = conf.resolve("webadmin.properties");
        Problems problems = new Problems(file.toString());
        if (!Files.exists(file)) {
            problems.missing("file", "a file that exists");
        }
        problems.throwIfAny();
        Map<String, String> values = SHAPE.read(file, problems);
        problems.throwIfAny();
        return new Listener(values.getOrDefault("host", ""), Integer.parseInt(values.getOrDefault("port", "")));
    }
}
