package vn.vanthu.james.approval;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import vn.vanthu.approval.SpeaksForAgency.Mailboxes;
import vn.vanthu.approval.flow.Deadlines;
import vn.vanthu.james.Parameters;

/** The parameters of the mailets at the gate. */
public final class GateParameters {

    private GateParameters() {}

    /** {@code mailboxes}: {@code all}, {@code official} or {@code none}. */
    public static Mailboxes mailboxes(Parameters parameters) throws MessagingException {
        String value = parameters.text("mailboxes", "official");
        return mailboxes(value).orElseThrow(() -> parameters.wrong("mailboxes", value, "all, official, none"));
    }

    /** The mode that is called so. */
    public static Optional<Mailboxes> mailboxes(String value) {
        return Arrays.stream(Mailboxes.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    /** Three waits, each at least as long as the one before: {@code 4h, 1d, 7d}. */
    public static Deadlines deadlines(Parameters parameters, String name, String byDefault) throws MessagingException {
        String value = parameters.text(name, byDefault);
        try {
            Duration[] waits = Arrays.stream(value.split(","))
                    .map(Parameters::parseDuration)
                    .toArray(Duration[]::new);
            if (waits.length == 3) {
                return new Deadlines(waits[0], waits[1], waits[2]);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw parameters.wrong(name, value, "remind, escalate, expire, each at least the one before: 4h, 1d, 7d");
    }
}
