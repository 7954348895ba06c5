package vn.vanthu.server.status;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.healthcheck.ComponentName;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.core.healthcheck.Result;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.vanthu.server.status.StatusLine.Level;

/** The status among James's health checks: WebAdmin's {@code /healthcheck}. */
public final class StatusHealthCheck implements HealthCheck {

    private static final ComponentName NAME = new ComponentName("VanThu");

    private final GatewayStatus status;

    @com.google.inject.Inject
    public StatusHealthCheck(GatewayStatus status) {
        this.status = status;
    }

    @Override
    public ComponentName componentName() {
        return NAME;
    }

    @Override
    public Publisher<Result> check() {
        return Mono.fromCallable(() -> result(status.read())).subscribeOn(Schedulers.boundedElastic());
    }

    private static Result result(List<StatusLine> lines) {
        String cause = lines.stream()
                .filter(StatusLine::needsSomebody)
                .map(line -> line.name() + ": " + line.english())
                .collect(Collectors.joining(" "));
        if (lines.stream().anyMatch(line -> line.level() == Level.ALARM)) {
            return Result.unhealthy(NAME, cause);
        }
        return cause.isEmpty() ? Result.healthy(NAME) : Result.degraded(NAME, cause);
    }
}
