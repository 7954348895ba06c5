package vn.vanthu.server.james;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.util.IOExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when the queue's journal could not be written: KahaDB refuses every later write until it is opened anew,
 * and a gateway that takes no mail but looks alive is found by nobody. The service manager starts it again; what was
 * answered with 250 is on the disk.
 */
final class StopOnStoreError implements IOExceptionHandler {

    /** EX_IOERR of sysexits.h. */
    static final int EXIT_CODE = 74;

    private static final Logger LOGGER = LoggerFactory.getLogger(StopOnStoreError.class);

    private final AtomicBoolean stopping = new AtomicBoolean();

    @Override
    public void handle(IOException cause) {
        if (stopping.compareAndSet(false, true)) {
            LOGGER.error(
                    "the mail queue cannot be written (is the disk full?); the gateway ends and must be started again",
                    cause);
            // Not exit: an orderly stop writes too, and may wait for ever.
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    @Override
    public void setBrokerService(BrokerService broker) {
        // not needed
    }
}
