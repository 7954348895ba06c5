package vn.vanthu.server.james;

import org.apache.james.GuiceJamesServer;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.utils.GuiceProbe;
import vn.vanthu.james.Notices;

/** The way out for notices that no mail gave rise to, and whom they reach. */
public final class NoticesProbe implements GuiceProbe {

    private final Notices notices;
    private final UsersRepository users;

    @com.google.inject.Inject
    public NoticesProbe(Notices notices, UsersRepository users) {
        this.notices = notices;
        this.users = users;
    }

    public static Notices of(GuiceJamesServer james) {
        return james.getProbe(NoticesProbe.class).notices;
    }

    /** Whether somebody has a mailbox here. */
    public static boolean reaches(GuiceJamesServer james, String address) throws UsersRepositoryException {
        return james.getProbe(NoticesProbe.class).users.contains(Username.of(address));
    }
}
