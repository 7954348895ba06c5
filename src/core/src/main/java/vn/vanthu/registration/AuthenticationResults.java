package vn.vanthu.registration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the gateway's own {@code Authentication-Results} (RFC 8601). */
public final class AuthenticationResults {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern METHOD = Pattern.compile("\\s*(dkim|spf)\\s*=\\s*([a-z]+)\\b(.*)", Pattern.DOTALL);
    private static final Pattern FAILS_DMARC = Pattern.compile("\\s*dmarc\\s*=\\s*fail\\b");
    private static final Pattern DKIM_DOMAIN = Pattern.compile("header\\.d\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern SPF_DOMAIN =
            Pattern.compile("smtp\\.(?:mailfrom|helo)\\s*=\\s*\"?(?:[^\\s;\"@]*@)?([^\\s;\"@]+)");

    private AuthenticationResults() {}

    /**
     * The domains that were proved, lower case; none when the domain in From publishes rules (DMARC) and the mail fails
     * them: its owner says that such mail is not his, whatever else was signed.
     *
     * @param values of all fields of this name
     * @param authServId ours; what others wrote does not count
     */
    public static Set<String> proved(List<String> values, String authServId) {
        Set<String> domains = new LinkedHashSet<>();
        for (String value : values) {
            String[] results = COMMENT.matcher(value.toLowerCase(Locale.ROOT))
                    .replaceAll(" ")
                    .split(";", -1);
            if (results[0].strip().split("\\s+")[0].equals(authServId.toLowerCase(Locale.ROOT))) {
                if (Arrays.stream(results)
                        .anyMatch(result -> FAILS_DMARC.matcher(result).lookingAt())) {
                    return Set.of();
                }
                for (int i = 1; i < results.length; i++) {
                    add(results[i], domains);
                }
            }
        }
        return domains;
    }

    private static void add(String result, Set<String> domains) {
        Matcher method = METHOD.matcher(result);
        if (!method.matches() || !method.group(2).equals("pass")) {
            return;
        }
        Pattern domain = method.group(1).equals("dkim") ? DKIM_DOMAIN : SPF_DOMAIN;
        Matcher found = domain.matcher(method.group(3));
        while (found.find()) {
            domains.add(found.group(1));
        }
    }
}
