package vn.vanthu.server.backup;

import java.util.ArrayList;
import java.util.List;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Setting;
import vn.vanthu.config.Settings;
import vn.vanthu.server.james.JamesDatabase;
import vn.vanthu.server.setup.GatewayConfiguration;

/** A database on a MariaDB server and the account that may read all of it. */
record DatabaseCopy(String name, JamesDatabase access) {

    static List<DatabaseCopy> onMariaDb(GatewayConfiguration configuration) throws ConfigurationException {
        List<DatabaseCopy> found = new ArrayList<>();
        JamesDatabase james = configuration.jamesDatabase();
        if (Databases.isMariaDb(james)) {
            found.add(new DatabaseCopy(LiveCopies.JAMES, james));
        }
        Settings settings = configuration.settings();
        boolean admin = settings.has(Setting.DB_ADMIN_USER);
        JamesDatabase register = new JamesDatabase(
                "org.mariadb.jdbc.Driver",
                settings.text(Setting.DB_URL),
                settings.text(admin ? Setting.DB_ADMIN_USER : Setting.DB_USER),
                settings.text(admin ? Setting.DB_ADMIN_PASSWORD : Setting.DB_PASSWORD));
        if (Databases.isMariaDb(register)) {
            found.add(new DatabaseCopy(LiveCopies.REGISTER, register));
        }
        return found;
    }
}
