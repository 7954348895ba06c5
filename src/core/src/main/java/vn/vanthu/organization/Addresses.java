package vn.vanthu.organization;

import java.util.Locale;

/** The form in which the organization keeps addresses: complete, lower case. */
final class Addresses {

    private Addresses() {}

    /** The address in lower case; a bare name gets the domain. */
    static String complete(String name, String domain) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.indexOf('@') < 0 ? lower + "@" + domain : lower;
    }

    /** What stands after the last @, in lower case, without the dot of DNS's root; empty when there is none. */
    static String domainOf(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    static String requireComplete(String address) {
        if (address.indexOf('@') < 1 || !address.equals(address.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a complete address in lower case: " + address);
        }
        return address;
    }
}
