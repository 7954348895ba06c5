package vn.vanthu.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.server.james.Listener;

/** {@code webadmin.properties}: where the administrators' interface listens. */
final class WebAdminFile {

    private WebAdminFile() {}

    /** @throws ConfigurationException when the file is missing or its port is none */
    static Listener read(Path conf) throws ConfigurationException {
        Path file = conf.resolve("webadmin.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw problem(file, "file", "nothing readable", "host and port");
        }
        String port = properties.getProperty("port", "8000").trim();
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw problem(file, "port", port, "1 to 65535");
        }
        return new Listener(properties.getProperty("host", "127.0.0.1").trim(), Integer.parseInt(port));
    }

    private static ConfigurationException problem(Path file, String key, String found, String allowed) {
        return new ConfigurationException(List.of(new Problem(file.toString(), key, found, allowed, null)));
    }
}
