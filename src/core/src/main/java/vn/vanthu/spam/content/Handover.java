package vn.vanthu.spam.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.MessageView;

/**
 * Who handed the message over to the receiving side, by the newest Received line (RFC 5321, 4.4) that names a public
 * address.
 *
 * @param helo the name by which the client called itself, lower case
 * @param name the name that its address has in DNS, lower case; empty when there is none, or none is known
 * @param address IPv4 or IPv6
 * @param isLookedUp whether name servers were asked for the name: James writes the address in its place when they have none
 *     and also when they are away
 */
public record Handover(String helo, String name, String address, boolean isLookedUp) {

    private static final int MOST_LINES = 30;
    private static final Pattern FROM = Pattern.compile("(?i)^from\\s+(\\S{1,255})");
    private static final Pattern ADDRESS = Pattern.compile("\\[(?:IPv6:)?([0-9a-fA-F.:]{3,45})]|\\(([0-9.]{7,15})\\)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)([a-z0-9_-]+(?:\\.[a-z0-9_-]+)+)\\.?\\s*(?:\\([^)]*\\)\\s*)?\\[");
    private static final Pattern IP = Pattern.compile("[0-9.]+|[0-9a-f]*:[0-9a-f:.]*(?:%\\S*)?");
    private static final Pattern HELO = Pattern.compile("(?i)\\bhelo[= ]+([^\\s)]{1,255})");
    /** James's own line: {@code from NAME (EHLO HELO) ([ADDRESS]) by}; what the client called itself may look like all of it. */
    private static final Pattern JAMES = Pattern.compile(
            "(?i)^from\\s+(\\S{1,255}) \\((?:EHLO|HELO) (.+)\\) \\(\\[([0-9a-f.:]{3,45})(?:%[^]]{1,20})?]\\)\\s+by .*",
            Pattern.DOTALL);
    /** Servers that send for the domains of many: their names tell nothing of whose mail it is. */
    private static final Pattern HOSTER = Pattern.compile(".*\\b(?:google|outlook|amazonses|zoho|yahoo|yahoodns|icloud"
            + "|secureserver|emailsrvr|mailchannels|messagelabs|mimecast|pphosted|messagingengine|protonmail|yandex|sendgrid"
            + "|mailgun|titan|viettel|vnpt|fpt|matbao|pavietnam|nhanhoa|inet|tino|azdigi|vinahost)\\.[a-z.]{2,7}");

    private static final Pattern PRIVATE = Pattern.compile(
            "(?:0|10|127)\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*|169\\.254\\..*|::1?|f[cde].*");

    static Optional<Handover> of(MessageView header) {
        return header.all("Received")
                .limit(MOST_LINES)
                .map(HeaderField::text)
                .flatMap(line -> read(line).stream())
                .findFirst();
    }

    private static Optional<Handover> read(String line) {
        Matcher james = JAMES.matcher(line);
        if (james.matches()) {
            return isPrivate(james.group(3))
                    ? Optional.empty()
                    : Optional.of(ofJames(james.group(1).toLowerCase(Locale.ROOT), james.group(2), james.group(3)));
        }
        Matcher from = FROM.matcher(line);
        if (!from.find()) {
            return Optional.empty();
        }
        int by = line.indexOf(" by ");
        String client = line.substring(0, Math.min(600, by < 0 ? line.length() : by));
        Matcher address = ADDRESS.matcher(client);
        if (!address.find()) {
            return Optional.empty();
        }
        String ip = address.group(1) == null ? address.group(2) : address.group(1);
        return isPrivate(ip)
                ? Optional.empty()
                : Optional.of(new Handover(helo(client, from.group(1)), name(client, from.end()), ip, true));
    }

    private static boolean isPrivate(String ip) {
        return PRIVATE.matcher(ip.toLowerCase(Locale.ROOT)).matches();
    }

    private static Handover ofJames(String name, String helo, String ip) {
        boolean named = !IP.matcher(name).matches();
        return new Handover(helo.toLowerCase(Locale.ROOT), named ? name : "", ip, named);
    }

    /** Whether its address has no name, as far as name servers know. */
    public boolean hasNoName() {
        return isLookedUp && name.isEmpty();
    }

    /** Whether it is the server of a provider who sends for many domains. */
    public boolean isHoster() {
        return HOSTER.matcher(name).matches();
    }

    private static String helo(String client, String first) {
        Matcher named = HELO.matcher(client);
        return (named.find() ? named.group(1) : first).toLowerCase(Locale.ROOT);
    }

    private static String name(String client, int from) {
        int parenthesis = client.indexOf('(', from);
        Matcher name = NAMED.matcher(client);
        boolean found = parenthesis >= 0 && name.find(parenthesis);
        if (found) {
            return name.group(1).toLowerCase(Locale.ROOT);
        }
        boolean heloComment = HELO.matcher(client).find();
        String first =
                client.substring(0, from).replaceFirst("(?i)^from\\s+", "").toLowerCase(Locale.ROOT);
        return heloComment && first.indexOf('.') > 0 && !first.equals("unknown") && !first.startsWith("[") ? first : "";
    }

    /** The label of a home connection: digits of the address in the name, or a word for it. */
    public boolean isHomeConnection() {
        return !name.isEmpty() && (HOME.matcher(name).find() || carriesAddress());
    }

    private static final Pattern HOME = Pattern.compile(
            "(?:^|[.0-9_-])(?:a?dsl|x?dsl|vdsl|dhcp|dyn|dynamic|dynamicip|pool|pools|ppp|pppoe|dial|dialup|dial-up|cable|cablemodem|catv|"
                    + "cust|customer|customers|client|clients|broadband|bband|user|users|hsd1|res|rev|retail|fttb|ftth|modem|wireless|wifi|speedy|"
                    + "host|ip|nat|home|telesp|veloxzone|static)(?:[.0-9_-]|$)");

    private boolean carriesAddress() {
        String[] octets = address.split("\\.");
        if (octets.length != 4) {
            return false;
        }
        int found = 0;
        for (String octet : octets) {
            found += Pattern.compile("(?<![0-9])0*" + octet + "(?![0-9])")
                            .matcher(name)
                            .find()
                    ? 1
                    : 0;
        }
        return found >= 3;
    }
}
