package vn.vanthu.james.login;

import org.apache.james.core.Username;
import org.apache.james.mailbox.Authorizator;

/** Nobody acts for somebody else by James's means. */
public final class NobodyElse implements Authorizator {

    @Override
    public AuthorizationState canLoginAsOtherUser(Username person, Username other) {
        return AuthorizationState.FORBIDDEN;
    }
}
