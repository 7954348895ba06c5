package vn.vanthu.server;

import java.nio.file.Path;
import vn.vanthu.config.ConfigurationException;

final class JamesFiles {

    private JamesFiles() {}

    static Boolean check(Path conf) throws ConfigurationException {
        return Boolean.TRUE;
    }
}
