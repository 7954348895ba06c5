package vn.vanthu.register.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the register is, and by which accounts.
 *
 * @param url {@code vanthu.db.url}: {@code jdbc:mariadb://...}; empty for the embedded database in the data folder
 * @param user {@code vanthu.db.user}: the gateway's account; unused when embedded
 * @param password {@code vanthu.db.password}
 * @param adminUser {@code vanthu.db.admin.user}: the account that migrates and grants; empty in daily running, then a
 *     pending migration stops the start
 * @param adminPassword {@code vanthu.db.admin.password}
 * @param dataFolder the gateway's data folder
 */
public record RegisterSettings(
        String url, String user, String password, String adminUser, String adminPassword, Path dataFolder) {

    public RegisterSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(adminUser, "adminUser");
        Objects.requireNonNull(adminPassword, "adminPassword");
        Objects.requireNonNull(dataFolder, "dataFolder");
    }

    /** The embedded database in this data folder. */
    public static RegisterSettings embedded(Path dataFolder) {
        return new RegisterSettings("", "", "", "", "", dataFolder);
    }

    /** Whether it is the file in the data folder, that one gateway writes. */
    public boolean isEmbedded() {
        return url.isBlank();
    }

    @Override
    public String toString() {
        return isEmbedded() ? "the embedded register in " + dataFolder : url;
    }
}
