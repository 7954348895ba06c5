package vn.vanthu.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value may be. The same kinds serve keys of {@code vanthu.properties} and attributes of {@code organization.xml}.
 *
 * @param allowed what people are told may stand there
 * @param choices the only values, when they can be counted; else empty
 * @param secret whether the value is never shown, not even when it is wrong
 * @param accepts tells whether a value (not blank, without space around it) is of this kind
 */
public record Kind(String allowed, List<String> choices, boolean secret, Predicate<String> accepts) {

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    /** RFC 5322, 3.2.3; James takes no other address. */
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static final String DOMAIN_NAME = "(" + LABEL + "\\.)+" + LABEL;

    public static final Kind TEXT = of("text", value -> true);
    public static final Kind SECRET = new Kind("text", List.of(), true, value -> true);
    public static final Kind YES_OR_NO = choice("yes", "no");
    public static final Kind DOMAIN = matching("a domain such as coquan.gov.vn", DOMAIN_NAME);
    public static final Kind HOST = matching("a host name or an IPv4 address", LABEL + "(\\." + LABEL + ")*");
    public static final Kind HOST_AND_PORT =
            of("host:port, for example smtp.tinh.gov.vn:587", HostAndPort::isHostAndPort);
    public static final Kind ADDRESS = matching(
            "an address such as ten@coquan.gov.vn", "(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@" + DOMAIN_NAME);
    public static final Kind ADDRESSES =
            of("addresses joined by commas", value -> Arrays.stream(value.split("\\s*,\\s*", -1))
                    .allMatch(ADDRESS.accepts()));
    public static final Kind DATE = of("a date such as 23/11/2026 or 2026-11-23", Dates::isDate);
    public static final Kind ZONE = of("a time zone such as Asia/Ho_Chi_Minh", Kind::isZone);
    public static final Kind JDBC_URL =
            matching("a URL that starts with jdbc:mariadb: or jdbc:h2:", "jdbc:(mariadb|h2):\\S+");
    public static final Kind LDAP_URL = matching(
            "ldap://host:port or ldaps://host:port, for example ldaps://dc1.coquan.gov.vn:636",
            "ldaps?://" + LABEL + "(\\." + LABEL + ")*:[0-9]{1,5}");

    public Kind {
        choices = List.copyOf(choices);
    }

    public static Kind of(String allowed, Predicate<String> accepts) {
        return new Kind(allowed, List.of(), false, accepts);
    }

    /** Values that match the regular expression as a whole. */
    public static Kind matching(String allowed, String regex) {
        Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
        return of(allowed, value -> value.length() <= 320 && matches.test(value));
    }

    public static Kind choice(String... choices) {
        List<String> known = List.of(choices);
        return new Kind("one of " + String.join(", ", known), known, false, known::contains);
    }

    /** One or more of the choices, joined by commas, none of them twice. */
    public static Kind choices(String... choices) {
        List<String> known = List.of(choices);
        Predicate<String> accepts = value -> {
            List<String> parts = Arrays.asList(value.split("\\s*,\\s*", -1));
            return known.containsAll(parts) && parts.stream().distinct().count() == parts.size();
        };
        return new Kind("some of " + String.join(", ", known) + ", joined by commas", known, false, accepts);
    }

    /** A whole number within the bounds. */
    public static Kind number(int least, int most) {
        Predicate<String> accepts = value -> {
            if (!value.matches("[0-9]{1,9}")) {
                return false;
            }
            int number = Integer.parseInt(value);
            return least <= number && number <= most;
        };
        return of("a whole number from " + least + " to " + most, accepts);
    }

    /** Notes a value that is not of this kind. */
    public void check(String key, String value, Problems problems) {
        if (!accepts.test(value)) {
            String found = secret ? "(not shown)" : value;
            problems.add(key, found, allowed, NearestName.of(value, choices).orElse(null));
        }
    }

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
