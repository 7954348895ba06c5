package vn.vanthu.server.james;

import org.apache.james.GuiceJamesServer;
import org.apache.james.utils.GuiceProbe;
import vn.vanthu.james.Notices;

/** The way out for notices that no mail gave rise to. */
public final class NoticesProbe implements GuiceProbe {

    private final Notices notices;

    @com.google.inject.Inject
    public NoticesProbe(Notices notices) {
        this.notices = notices;
    }

    public static Notices of(GuiceJamesServer james) {
        return james.getProbe(NoticesProbe.class).notices;
    }
}
