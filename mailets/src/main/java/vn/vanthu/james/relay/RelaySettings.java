package vn.vanthu.james.relay;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How mail goes out.
 *
 * @param smarthost the one host that takes all outside mail; null to look up each domain's MX
 * @param port where the MX hosts listen
 * @param heloName the name that we give in EHLO
 * @param retryDelays how long to wait after each try that failed for now; the last one repeats
 * @param giveUpAfter how long after its arrival an undelivered mail goes back to its sender
 * @param workers how many SMTP conversations at once
 */
public record RelaySettings(
        @Nullable Smarthost smarthost,
        int port,
        String heloName,
        List<Duration> retryDelays,
        Duration giveUpAfter,
        int workers) {

    /** How the connection to the smarthost is protected. */
    public enum Tls {
        /** STARTTLS when the server offers it. */
        OPPORTUNISTIC,
        /** STARTTLS or no mail. */
        STARTTLS,
        /** TLS from the first byte. */
        IMPLICIT
    }

    /**
     * The relay of the provincial network.
     *
     * @param user null when it asks for no login
     */
    public record Smarthost(String host, int port, @Nullable String user, @Nullable String password, Tls tls) {}

    public RelaySettings {
        retryDelays = List.copyOf(retryDelays);
        if (retryDelays.isEmpty()) {
            throw new IllegalArgumentException("retryDelays must name at least one delay");
        }
    }

    /** The wait before the next try. */
    Duration delayAfter(int failedTries) {
        return retryDelays.get(Math.min(failedTries, retryDelays.size()) - 1);
    }
}
