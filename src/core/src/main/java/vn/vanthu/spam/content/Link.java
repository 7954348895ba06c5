package vn.vanthu.spam.content;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.net.InternetDomainName;
import java.util.Locale;

/**
 * A web address in a message.
 *
 * @param address as written
 * @param shown the text that the reader clicks on; the address itself in plain text
 */
public record Link(String address, String shown) {

    /** The list is slow to search, and a mail names few hosts many times. */
    private static final LoadingCache<String, String> OWNED =
            CacheBuilder.newBuilder().maximumSize(10_000).build(CacheLoader.from(Link::owned));

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

    /**
     * The part of a host name that one owner has, by the public suffix list: {@code a.b.gov.vn} is {@code b.gov.vn}, {@code
     * mail.fpt.vn} is {@code fpt.vn}, {@code a.b.com} is {@code b.com}.
     *
     * @return in lower case
     */
    public static String ownedDomain(String host) {
        return OWNED.getUnchecked(host.toLowerCase(Locale.ROOT));
    }

    private static String owned(String host) {
        if (InternetDomainName.isValid(host)) {
            InternetDomainName name = InternetDomainName.from(host);
            if (name.hasRegistrySuffix()) {
                return name.isUnderRegistrySuffix()
                        ? name.topDomainUnderRegistrySuffix().toString()
                        : host;
            }
        }
        String[] labels = host.split("\\.");
        return labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
