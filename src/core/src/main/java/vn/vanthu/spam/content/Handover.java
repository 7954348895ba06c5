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
 * @param name the name that its address has in DNS, lower case; empty when there is none, or none was looked up
 * @param address IPv4 or IPv6
 */
public record Handover(String helo, String name, String address) {

    private static final int MOST_LINES = 30;
    private static final Pattern FROM = Pattern.compile("(?i)^from\\s+(\\S{1,255})");
    private static final Pattern ADDRESS = Pattern.compile("\\[(?:IPv6:)?([0-9a-fA-F.:]{3,45})]|\\(([0-9.]{7,15})\\)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)([a-z0-9_-]+(?:\\.[a-z0-9_-]+)+)\\.?\\s*(?:\\([^)]*\\)\\s*)?\\[");
    private static final Pattern HELO = Pattern.compile("(?i)\\bhelo[= ]+([^\\s)]{1,255})");
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
        if (PRIVATE.matcher(ip.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Handover(helo(client, from.group(1)), name(client, from.end()), ip));
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
