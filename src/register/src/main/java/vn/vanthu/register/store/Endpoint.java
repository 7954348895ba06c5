package vn.vanthu.register.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A database and the accounts for it.
 *
 * @param adminUrl the address for migrations, which may take long
 * @param limits added to the address in daily running: how long to wait for an answer
 * @param adminUser migrates and grants; empty when it was not given
 */
record Endpoint(
        Vendor vendor,
        String adminUrl,
        String limits,
        String user,
        String password,
        String adminUser,
        String adminPassword) {

    /** The address in daily running, with its limits. */
    String url() {
        return adminUrl + limits;
    }

    boolean hasAdmin() {
        return !adminUser.isEmpty();
    }

    /** The same for somebody who only looks whether the schema is up to date. */
    Endpoint withoutAdmin() {
        return new Endpoint(vendor, adminUrl, limits, user, password, "", "");
    }

    Connection connectAsAdmin() throws SQLException {
        return connect(adminUrl, adminUser, adminPassword);
    }

    Connection connectAsGateway() throws SQLException {
        return connect(url(), user, password);
    }

    static Connection connect(String url, String as, String secret) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", as);
        login.setProperty("password", secret);
        return DriverManager.getConnection(url, login);
    }

    @Override
    public String toString() {
        return adminUrl;
    }
}
