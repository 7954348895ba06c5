package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.dropwizard.MetricsRoutes;
import vn.vanthu.server.status.GatewayStatus;
import vn.vanthu.server.status.StatusGauges;
import vn.vanthu.server.status.StatusHealthCheck;

/** What watches the gateway: WebAdmin's {@code /healthcheck} and {@code /metrics}. */
public final class OperationsModule extends AbstractModule {

    private final GatewayStatus status;

    public OperationsModule(GatewayStatus status) {
        this.status = status;
    }

    @Override
    protected void configure() {
        bind(GatewayStatus.class).toInstance(status);
        bind(StatusGauges.class).asEagerSingleton();
        Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().to(StatusHealthCheck.class);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(MetricsRoutes.class);
    }
}
