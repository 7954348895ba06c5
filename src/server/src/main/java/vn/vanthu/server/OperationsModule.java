package vn.vanthu.server;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.webadmin.Routes;
import vn.vanthu.server.backup.BackupRoutes;
import vn.vanthu.server.backup.LiveCopies;
import vn.vanthu.server.spill.SpillRoutes;
import vn.vanthu.server.spill.SpillRoutes.Place;
import vn.vanthu.server.status.ClosedMetrics;
import vn.vanthu.server.status.GatewayStatus;
import vn.vanthu.server.status.StatusGauges;
import vn.vanthu.server.status.StatusHealthCheck;

/** What administrators' programs use: WebAdmin's {@code /healthcheck}, {@code /metrics} and the copy for a backup. */
public final class OperationsModule extends AbstractModule {

    private final GatewayStatus status;
    private final LiveCopies copies;
    private final Place place;

    public OperationsModule(GatewayStatus status, LiveCopies copies, Place place) {
        this.status = status;
        this.copies = copies;
        this.place = place;
    }

    @Override
    protected void configure() {
        bind(GatewayStatus.class).toInstance(status);
        bind(LiveCopies.class).toInstance(copies);
        bind(Place.class).toInstance(place);
        bind(StatusGauges.class).asEagerSingleton();
        Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().to(StatusHealthCheck.class);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(ClosedMetrics.class);
        routes.addBinding().to(BackupRoutes.class);
        routes.addBinding().to(SpillRoutes.class);
    }
}
