package vn.vanthu.spam.content;

import java.util.Locale;

/**
 * A web address in a message.
 *
 * @param address as written
 * @param shown the text that the reader clicks on; the address itself in plain text
 */
public record Link(String address, String shown) {

    /** The name of the host in lower case, without login and port; empty when there is none. */
    public String host() {
        String authority = authority();
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    /** Whether something that looks like a login stands before the host: readers take it for the host. */
    public boolean hasLogin() {
        return authority().indexOf('@') >= 0;
    }

    private String authority() {
        int scheme = address.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = start;
        while (end < address.length() && "/?#\\\"'<> \t\r\n".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(start, end);
    }

    /** The part of a host name that one owner has: {@code a.b.gov.vn} is {@code b.gov.vn}, {@code a.b.com} {@code b.com}. */
    public static String ownedDomain(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        int last = labels.length - 1;
        if (last < 1) {
            return host.toLowerCase(Locale.ROOT);
        }
        boolean secondLevel = labels[last].length() == 2 && labels[last - 1].length() <= 3 && last >= 2;
        return secondLevel
                ? labels[last - 2] + "." + labels[last - 1] + "." + labels[last]
                : labels[last - 1] + "." + labels[last];
    }
}
