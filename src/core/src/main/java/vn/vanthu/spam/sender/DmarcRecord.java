package vn.vanthu.spam.sender;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a domain asks of those who get mail in its name (RFC 7489, section 6.3).
 *
 * @param strictSpf whether SPF must prove the very domain, not only one of the same owner
 * @param strictDkim the same of DKIM
 */
public record DmarcRecord(Policy policy, boolean strictSpf, boolean strictDkim) {

    /** What to do with mail that fails. */
    public enum Policy {
        /** DNS gave no answer. */
        UNKNOWN(0),
        UNPUBLISHED(0),
        NONE(0.3),
        QUARANTINE(2),
        REJECT(3);

        private final double points;

        Policy(double points) {
            this.points = points;
        }

        double points() {
            return points;
        }

        /** What is asked of mail that is not sampled (RFC 7489, 6.6.4): of which mail that is, nobody need know. */
        private Policy lower() {
            return this == REJECT ? QUARANTINE : NONE;
        }
    }

    private static final Pattern VERSION = Pattern.compile("\\s*v\\s*=\\s*DMARC1\\s*(?:;.*)?", Pattern.DOTALL);

    public static final DmarcRecord UNKNOWN = new DmarcRecord(Policy.UNKNOWN, false, false);
    public static final DmarcRecord UNPUBLISHED = new DmarcRecord(Policy.UNPUBLISHED, false, false);

    public boolean isPublished() {
        return policy.compareTo(Policy.UNPUBLISHED) > 0;
    }

    /**
     * Reads the TXT records at {@code _dmarc.DOMAIN}; more than one DMARC record counts as none.
     *
     * @param subdomain whether they are those of the owner's domain, and the mail's is below it
     */
    public static DmarcRecord read(List<String> texts, boolean subdomain) {
        List<String> records =
                texts.stream().filter(text -> VERSION.matcher(text).matches()).toList();
        if (records.size() != 1) {
            return UNPUBLISHED;
        }
        Map<String, String> tags = new HashMap<>();
        for (String tag : records.get(0).split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                String name = tag.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                tags.putIfAbsent(name, tag.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        String own = tags.getOrDefault("p", "none");
        String asked = subdomain ? tags.getOrDefault("sp", own) : own;
        boolean sampled = !tags.getOrDefault("pct", "100").equals("100")
                || tags.getOrDefault("t", "n").equals("y");
        Policy policy = sampled ? policy(asked).lower() : policy(asked);
        return new DmarcRecord(policy, "s".equals(tags.get("aspf")), "s".equals(tags.get("adkim")));
    }

    private static Policy policy(String asked) {
        return switch (asked) {
            case "reject" -> Policy.REJECT;
            case "quarantine" -> Policy.QUARANTINE;
            default -> Policy.NONE;
        };
    }
}
