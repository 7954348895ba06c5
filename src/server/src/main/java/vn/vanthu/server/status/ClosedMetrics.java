package vn.vanthu.server.status;

import com.google.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.dropwizard.MetricsRoutes;
import spark.Service;

/** James's {@code /metrics} for whoever has WebAdmin's token; James's own class is open to all. */
public final class ClosedMetrics implements Routes {

    private final MetricsRoutes metrics;

    @Inject
    ClosedMetrics(MetricsRoutes metrics) {
        this.metrics = metrics;
    }

    @Override
    public String getBasePath() {
        return metrics.getBasePath();
    }

    @Override
    public void define(Service service) {
        metrics.define(service);
    }
}
