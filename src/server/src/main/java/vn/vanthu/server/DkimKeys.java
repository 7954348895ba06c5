package vn.vanthu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Setting;
import vn.vanthu.james.DkimKey;

/** The key that outgoing mail is signed with: the one that {@code vanthu.dkim.key} names, or our own in the data folder. */
public final class DkimKeys {

    private DkimKeys() {}

    /** Reads the key; makes our own when it is missing. */
    public static DkimKey of(GatewayConfiguration configuration, Path data) throws IOException, ConfigurationException {
        String named = configuration.settings().text(Setting.DKIM_KEY);
        Path own = data.resolve("dkim").resolve("private.pem");
        return new DkimKey(
                configuration.organization().get().agency().domain(),
                configuration.settings().text(Setting.DKIM_SELECTOR),
                named.isEmpty() ? Keys.dkimKey(own, true) : named(named));
    }

    /** The key in a file that the administrator named: never made. */
    static PrivateKey named(String file) throws ConfigurationException {
        try {
            return Keys.dkimKey(Path.of(file), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
