package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.WebAdmin;

/** The accounts, through the running gateway's WebAdmin, or in its database while it does not run. */
public interface AccountStore extends AutoCloseable {

    List<String> list() throws Exception;

    void add(String address, String password) throws Exception;

    void setPassword(String address, String password) throws Exception;

    @Override
    void close() throws IOException;

    /**
     * Makes sure that accounts are kept here.
     *
     * @throws ConfigurationException when they are in LDAP
     */
    static void requireLocal(GatewayConfiguration configuration) throws ConfigurationException {
        if (configuration.settings().has(Setting.LDAP_URL)) {
            throw new ConfigurationException(List.of(new Problem(
                    "vanthu.properties",
                    Setting.LDAP_URL.key(),
                    configuration.settings().text(Setting.LDAP_URL),
                    "accounts and passwords are made and changed in that directory; here only: user list, lock, unlock",
                    null)));
        }
    }

    /** Finds out by the data folder whether a gateway runs. */
    static AccountStore open(GatewayConfiguration configuration) throws Exception {
        Path data = configuration.options().data();
        try {
            return new InDatabase(configuration, DataFolder.take(data));
        } catch (ConfigurationException e) {
            if (!Files.exists(data.resolve("webadmin.address"))) {
                throw e;
            }
            return new OverWebAdmin(WebAdmin.of(data));
        }
    }

    /** While no gateway runs. Takes the data folder, so that none starts meanwhile. */
    final class InDatabase implements AccountStore {

        private final DataFolder folder;
        private final EntityManagerFactory entities;
        private final Accounts accounts;

        InDatabase(GatewayConfiguration configuration, DataFolder folder) throws Exception {
            this.folder = folder;
            DataFolder.makePrivate(folder.resolve("james"));
            this.entities = configuration.jamesDatabase().open();
            this.accounts = new Accounts(entities, configuration.files().getConfiguration("usersrepository"));
            for (String domain : configuration.organization().get().agency().domains()) {
                accounts.ensureDomain(domain);
            }
        }

        @Override
        public List<String> list() throws Exception {
            return accounts.list();
        }

        @Override
        public void add(String address, String password) throws Exception {
            accounts.ensure(address, password);
        }

        @Override
        public void setPassword(String address, String password) throws Exception {
            accounts.setPassword(address, password);
        }

        @Override
        public void close() throws IOException {
            entities.close();
            folder.close();
        }
    }

    /** While a gateway runs. */
    final class OverWebAdmin implements AccountStore {

        private final WebAdmin webAdmin;

        OverWebAdmin(WebAdmin webAdmin) {
            this.webAdmin = webAdmin;
        }

        @Override
        public List<String> list() throws Exception {
            return webAdmin.accounts();
        }

        @Override
        public void add(String login, String password) throws Exception {
            webAdmin.setAccount(login, password, false);
        }

        @Override
        public void setPassword(String login, String password) throws Exception {
            webAdmin.setAccount(login, password, true);
        }

        @Override
        public void close() {
            // each request is whole in itself
        }
    }
}
