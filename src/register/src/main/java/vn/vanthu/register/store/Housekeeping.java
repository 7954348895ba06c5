package vn.vanthu.register.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals every few seconds while the register is open; a failure is told once and tried again. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long SECONDS = 5;

    private final Sealer sealer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "register-sealer");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean failing;

    Housekeeping(Sealer sealer) {
        this.sealer = sealer;
        thread.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            sealer.seal();
            failing = false;
        } catch (Exception | Error e) {
            if (!failing) {
                LOG.warn("The register cannot be sealed now; tried again until it can: {}", e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(10, TimeUnit.SECONDS)) {
                run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
