package vn.vanthu.james;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import org.apache.mailet.MailetConfig;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.KnownNames;
import vn.vanthu.config.Problems;

/** A mailet's parameters, read strictly: a wrong or unknown one stops the start and says what is allowed. */
public final class Parameters {

    /** Elements that James itself reads from every mailet. */
    private static final Set<String> OF_JAMES = Set.of("onMailetException", "onMatchException");

    private static final String FILE = "mailetcontainer.xml";

    private static final Pattern DURATION = Pattern.compile("\\s*(\\d{1,6})\\s*([smhd])\\s*");

    private final MailetConfig config;

    /** @throws MessagingException when the configuration names a parameter that is not known; tells of all of them */
    public Parameters(MailetConfig config, String... known) throws MessagingException {
        this.config = config;
        Problems problems = new Problems(FILE);
        KnownNames names = KnownNames.of(known);
        List<String> found = new ArrayList<>();
        config.getInitParameterNames().forEachRemaining(found::add);
        found.removeAll(OF_JAMES);
        names.check(where(), found, problems);
        if (!problems.isEmpty()) {
            throw failure(problems);
        }
    }

    public String text(String name, String byDefault) {
        String value = config.getInitParameter(name);
        return value == null || value.isBlank() ? byDefault : value.trim();
    }

    public int number(String name, int byDefault, int least, int most) throws MessagingException {
        String value = text(name, String.valueOf(byDefault));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number out of range
        }
        throw wrong(name, value, least + " to " + most);
    }

    public Duration duration(String name, Duration byDefault) throws MessagingException {
        String value = text(name, "");
        try {
            return value.isEmpty() ? byDefault : parseDuration(value);
        } catch (IllegalArgumentException e) {
            throw wrong(name, value, "a duration such as 30s, 5m, 1h, 3d");
        }
    }

    /** {@code 30s}, {@code 5m}, {@code 1h}, {@code 3d}. */
    public static Duration parseDuration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** What to throw for a wrong value: stops the start, and the administrator is told as of any other wrong setting. */
    public MessagingException wrong(String name, String found, String allowed) {
        Problems problems = new Problems(FILE);
        problems.add(where() + ": " + name, found, allowed);
        return failure(problems);
    }

    private String where() {
        return "mailet " + config.getMailetName();
    }

    private static MessagingException failure(Problems problems) {
        ConfigurationException cause = new ConfigurationException(problems.list());
        return new MessagingException(cause.getMessage(), cause);
    }
}
