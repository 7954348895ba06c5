package vn.vanthu.server.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.config.Settings;
import vn.vanthu.james.DkimKey;
import vn.vanthu.james.KnownDkimKeys;

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

    /** The keys of others that the administrator wrote down. */
    public static KnownDkimKeys known(Settings settings, Path conf) throws ConfigurationException {
        if (!settings.has(Setting.DKIM_KNOWN)) {
            return KnownDkimKeys.none();
        }
        Path file = conf.resolve(settings.text(Setting.DKIM_KNOWN));
        try {
            return KnownDkimKeys.read(file);
        } catch (IOException e) {
            throw new ConfigurationException(List.of(new Problem(
                    "vanthu.properties",
                    Setting.DKIM_KNOWN.key(),
                    file + ": " + e.getMessage(),
                    "a zone file with lines such as: so._domainkey.coquan.example. IN TXT \"v=DKIM1; p=...\"",
                    null)));
        }
    }
}
