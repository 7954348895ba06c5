package vn.vanthu.server.directory;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.api.model.User;
import org.apache.james.user.lib.UsersDAO;
import org.apache.james.user.lib.UsersRepositoryImpl;
import vn.vanthu.james.StoreUnavailableException;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Mailbox;

/** The agency's and units' mailboxes from the local store, people from the directory, whatever was kept here before. */
final class DirectoryUsers extends UsersRepositoryImpl<UsersDAO> {

    DirectoryUsers(DomainList domains, UsersRepository local, StaffDirectory directory, LiveOrganization organization) {
        super(domains, new Both(local, directory.people(), organization));
        setEnableVirtualHosting(true);
    }

    /**
     * James's LDAP part says no too when the directory fell silent: that is no wrong password, so it is asked again. An
     * empty password would be LDAP's login as nobody, which servers take.
     */
    @Override
    public boolean test(Username name, String password) throws UsersRepositoryException {
        if (password.isEmpty()) {
            return false;
        }
        boolean fits = super.test(name, password);
        if (!fits) {
            contains(name);
        }
        return fits;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    private record Both(UsersRepository local, UsersDAO people, LiveOrganization organization) implements UsersDAO {

        @Override
        public Optional<? extends User> getUserByName(Username name) throws UsersRepositoryException {
            return isShared(name)
                    ? Optional.ofNullable(local.getUserByName(name))
                    : inDirectory(() -> people.getUserByName(name));
        }

        @Override
        public boolean contains(Username name) throws UsersRepositoryException {
            return isShared(name) ? local.contains(name) : inDirectory(() -> people.contains(name));
        }

        /** Tells those who deliver that it may work later. */
        private static <T> T inDirectory(Question<T> question) throws UsersRepositoryException {
            try {
                return question.ask();
            } catch (UsersRepositoryException e) {
                if (e.getCause() instanceof LDAPException ldap
                        && !ldap.getResultCode().isConnectionUsable()) {
                    throw new UsersRepositoryException(
                            e.getMessage(), new StoreUnavailableException("the directory does not answer", e));
                }
                throw e;
            }
        }

        @FunctionalInterface
        private interface Question<T> {
            T ask() throws UsersRepositoryException;
        }

        private boolean isShared(Username name) {
            return organization
                    .get()
                    .mailbox(name.asString())
                    .filter(mailbox -> mailbox.kind() != Mailbox.Kind.PERSON)
                    .isPresent();
        }

        @Override
        public int countUsers() throws UsersRepositoryException {
            return (int) all().count();
        }

        @Override
        public Iterator<Username> list() throws UsersRepositoryException {
            return all().iterator();
        }

        private Stream<Username> all() throws UsersRepositoryException {
            Stream.Builder<Username> all = Stream.builder();
            people.list().forEachRemaining(all);
            local.list().forEachRemaining(name -> {
                if (isShared(name)) {
                    all.add(name);
                }
            });
            return all.build();
        }

        @Override
        public void addUser(Username name, String password) throws UsersRepositoryException {
            throw elsewhere();
        }

        @Override
        public void updateUser(User user) throws UsersRepositoryException {
            throw elsewhere();
        }

        @Override
        public void removeUser(Username name) throws UsersRepositoryException {
            throw elsewhere();
        }

        private static UsersRepositoryException elsewhere() {
            return new UsersRepositoryException("accounts are kept in the directory of vanthu.ldap.url");
        }
    }
}
