package vn.vanthu.server.setup;

import java.nio.file.Path;
import vn.vanthu.config.Setting;
import vn.vanthu.config.Settings;
import vn.vanthu.register.store.RegisterSettings;

/** Where the register is, as {@code vanthu.properties} says. */
public final class RegisterAccess {

    private RegisterAccess() {}

    public static RegisterSettings of(Settings settings, Path data) {
        return new RegisterSettings(
                settings.text(Setting.DB_URL),
                settings.text(Setting.DB_USER),
                settings.text(Setting.DB_PASSWORD),
                settings.text(Setting.DB_ADMIN_USER),
                settings.text(Setting.DB_ADMIN_PASSWORD),
                data);
    }
}
