package vn.vanthu.register.store;

import java.nio.file.Path;
import java.util.List;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;

/** What stops the start, in words that say what to do. */
final class Problems {

    private Problems() {}

    static ConfigurationException dataFolder(Path folder, String found, String allowed) {
        return of(folder.toString(), "register", found, allowed);
    }

    static ConfigurationException database(String key, String found, String allowed) {
        return of("vanthu.properties", key, found, allowed);
    }

    private static ConfigurationException of(String file, String key, String found, String allowed) {
        return new ConfigurationException(List.of(new Problem(file, key, found, allowed, null)));
    }
}
