package vn.vanthu.server.directory;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.jpa.JPAUsersRepository;
import vn.vanthu.organization.LiveOrganization;

/** People come from the directory; installed over James's own modules. */
public final class DirectoryModule extends AbstractModule {

    private final StaffDirectory directory;

    public DirectoryModule(StaffDirectory directory) {
        this.directory = directory;
    }

    @Provides
    @Singleton
    UsersRepository users(DomainList domains, JPAUsersRepository local, LiveOrganization organization) {
        return new DirectoryUsers(domains, local, directory, organization);
    }
}
