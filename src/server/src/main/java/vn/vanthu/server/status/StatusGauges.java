package vn.vanthu.server.status;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.james.metrics.api.GaugeRegistry;

/**
 * The status as numbers among James's metrics (WebAdmin's {@code /metrics}, in Prometheus's form): {@code vanthu_level_NAME} is
 * 0, 1 for a warning, 2 for an alarm; {@code vanthu_value_NAME} is there where the value is a number.
 */
public final class StatusGauges {

    private static final List<String> NAMES = List.of(
            "gateway",
            "queue",
            "mailboxes",
            "register",
            "seals",
            "undelivered",
            "oldest",
            "documents",
            "approvals",
            "questions",
            "exports",
            "errors",
            "disk",
            "archive",
            "certificate",
            "backup",
            "ocr",
            "scanner",
            "lessons",
            "filters");
    private static final List<String> NUMBERS = List.of(
            "queue",
            "seals",
            "undelivered",
            "oldest",
            "documents",
            "approvals",
            "questions",
            "exports",
            "errors",
            "disk",
            "archive",
            "certificate");

    private final Supplier<List<StatusLine>> lines;

    /** Reads the status once for all numbers of a scrape. */
    @com.google.inject.Inject
    public StatusGauges(GatewayStatus status, GaugeRegistry gauges) {
        this.lines = Suppliers.memoizeWithExpiration(status::read, 10, TimeUnit.SECONDS);
        NAMES.forEach(name -> gauges.register("vanthu.level." + name, () -> level(name)));
        NUMBERS.forEach(name -> gauges.register("vanthu.value." + name, () -> number(name)));
    }

    private int level(String name) {
        return lines.get().stream()
                .filter(line -> line.name().equals(name))
                .mapToInt(line -> line.level().ordinal())
                .max()
                .orElse(0);
    }

    private long number(String name) {
        return lines.get().stream()
                .filter(line -> line.name().equals(name) && line.value().matches("-?\\d{1,18}"))
                .mapToLong(line -> Long.parseLong(line.value()))
                .findFirst()
                .orElse(-1);
    }
}
