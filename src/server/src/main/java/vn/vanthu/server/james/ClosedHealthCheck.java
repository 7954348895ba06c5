package vn.vanthu.server.james;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.util.Set;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.apache.james.webadmin.routes.HealthCheckRoutes;
import org.apache.james.webadmin.utils.JsonTransformer;
import spark.Service;

/** James's {@code /healthcheck} for whoever has WebAdmin's token: it tells of folders and failures, and costs some work. */
final class ClosedHealthCheck extends HealthCheckRoutes {

    private final AuthenticationFilter filter;

    @Inject
    ClosedHealthCheck(
            @Named("resolved-checks") Set<HealthCheck> checks, JsonTransformer json, AuthenticationFilter filter) {
        super(checks, json);
        this.filter = filter;
    }

    @Override
    public void define(Service service) {
        service.before(HEALTHCHECK, filter);
        service.before(HEALTHCHECK + "/*", filter);
        super.define(service);
    }
}
