package vn.vanthu.register.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2ArrivalsTest extends ArrivalsContract {

    @TempDir
    Path data = Path.of("");

    @Override
    RegisterSettings settings() {
        return RegisterSettings.embedded(data);
    }
}
