package vn.vanthu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with files that people have read and agreed to. */
public final class Golden {

    /** The module's test resources in the source tree, where a missing file is written. */
    public static final Path RESOURCES = Path.of("src", "test", "resources", "vn", "vanthu");
    /** The configuration that is shipped. */
    public static final Path CONF = Path.of("..", "..", "conf");

    private Golden() {}

    /** Fails when the file says something else; when it is not there, writes it and fails. */
    public static void assertSame(Path expected, String actual) throws IOException {
        if (!Files.exists(expected)) {
            Files.writeString(expected, actual);
            fail("wrote " + expected + ": read it, and keep it if it is right");
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
}
