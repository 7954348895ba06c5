package vn.vanthu.server.directory;

import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.ldap.LdapRepositoryConfiguration;
import org.apache.james.user.ldap.ReadOnlyLDAPUsersDAO;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.config.Settings;

/** The LDAP or Active Directory server of the settings; connected. A call waits 5 seconds for it at most, then once more. */
public final class StaffDirectory {

    private static final int PATIENCE_MILLIS = 5000;

    private final ReadOnlyLDAPUsersDAO people;

    private StaffDirectory(ReadOnlyLDAPUsersDAO people) {
        this.people = people;
    }

    /**
     * Connects and looks somebody up, so that what is wrong is told at the start.
     *
     * @return empty when the settings name no server
     * @throws ConfigurationException when it does not answer, refuses the account, or does not know the base
     */
    public static Optional<StaffDirectory> open(Settings settings) throws ConfigurationException {
        if (!settings.has(Setting.LDAP_URL)) {
            return Optional.empty();
        }
        ReadOnlyLDAPUsersDAO people = new ReadOnlyLDAPUsersDAO();
        try {
            people.configure(configuration(settings));
            people.init();
        } catch (Exception e) {
            throw problem(
                    settings,
                    Setting.LDAP_URL,
                    e,
                    "a server that answers within " + PATIENCE_MILLIS / 1000 + " seconds and takes the account of "
                            + Setting.LDAP_USER.key());
        }
        try {
            people.contains(Username.of("vanthu-he-thong@localhost.localdomain"));
        } catch (UsersRepositoryException e) {
            throw problem(settings, Setting.LDAP_BASE, e, "a part of the directory that this account may search");
        }
        return Optional.of(new StaffDirectory(people));
    }

    private static LdapRepositoryConfiguration configuration(Settings settings)
            throws org.apache.commons.configuration2.ex.ConfigurationException {
        BaseHierarchicalConfiguration james = new BaseHierarchicalConfiguration();
        james.addProperty("[@ldapHost]", settings.text(Setting.LDAP_URL));
        james.addProperty("[@principal]", settings.text(Setting.LDAP_USER));
        james.addProperty("[@credentials]", settings.text(Setting.LDAP_PASSWORD));
        james.addProperty("[@userBase]", settings.text(Setting.LDAP_BASE));
        james.addProperty("[@userIdAttribute]", settings.text(Setting.LDAP_MAIL));
        james.addProperty("[@userObjectClass]", settings.text(Setting.LDAP_CLASS));
        james.addProperty("[@connectionTimeout]", PATIENCE_MILLIS);
        james.addProperty("[@readTimeout]", PATIENCE_MILLIS);
        james.addProperty(LdapRepositoryConfiguration.SUPPORTS_VIRTUAL_HOSTING, true);
        return LdapRepositoryConfiguration.from(james);
    }

    private static ConfigurationException problem(Settings settings, Setting key, Exception e, String allowed) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String found = settings.text(key) + ": " + cause.getMessage();
        return new ConfigurationException(List.of(new Problem("vanthu.properties", key.key(), found, allowed, null)));
    }

    ReadOnlyLDAPUsersDAO people() {
        return people;
    }

    /** @throws UsersRepositoryException when it does not answer */
    public boolean contains(String address) throws UsersRepositoryException {
        return people.contains(Username.of(address));
    }
}
