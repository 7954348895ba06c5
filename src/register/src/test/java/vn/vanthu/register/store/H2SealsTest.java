package vn.vanthu.register.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2SealsTest extends SealsContract {

    @TempDir
    Path data = Path.of("");

    @Override
    RegisterSettings newSettings() throws Exception {
        return RegisterSettings.embedded(Files.createTempDirectory(data, "data"));
    }
}
