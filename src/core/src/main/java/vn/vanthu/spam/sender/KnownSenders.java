package vn.vanthu.spam.sender;

import java.util.List;
import java.util.Locale;
import vn.vanthu.organization.Organization;
import vn.vanthu.spam.rule.Symbol;

/** Senders whom the office knows: the address book of {@code organization.xml}, and agencies of the state. */
public final class KnownSenders {

    private KnownSenders() {}

    /**
     * What counts for a sender.
     *
     * @param from address that the reader sees; empty when it is uncertain
     * @param proven whether SPF or DKIM prove its domain: an address that anybody could write counts little
     */
    public static List<Symbol> symbols(Organization organization, String from, boolean proven) {
        String address = from.toLowerCase(Locale.ROOT);
        if (!organization.placesOf(address).isEmpty()) {
            return List.of(new Symbol("ADDRESS_BOOK", proven ? -4 : -1));
        }
        boolean official = address.endsWith(".gov.vn");
        return official && proven ? List.of(new Symbol("OFFICIAL_AGENCY", -2)) : List.of();
    }
}
