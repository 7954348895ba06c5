package vn.vanthu.spam.sender;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.Organization;
import vn.vanthu.spam.rule.Symbol;

/**
 * Senders whom the office knows: the address book of {@code organization.xml}, agencies of the state, people whom our own
 * people wrote to. An address that anybody could write counts little; what it answers is not so easily known.
 */
public final class KnownSenders {

    private static final int MOST_REFERENCES = 50;

    private KnownSenders() {}

    /**
     * What counts for a sender.
     *
     * @param from address that the reader sees; empty when it is uncertain
     * @param proven whether SPF or DKIM prove its domain
     * @param answered Message-IDs that the mail names, see {@link #references}
     * @param written Message-IDs of the mails that we sent to this address, see {@link Correspondence}
     */
    public static List<Symbol> symbols(
            Organization organization, String from, boolean proven, Set<String> answered, Collection<String> written) {
        String address = from.toLowerCase(Locale.ROOT);
        List<Symbol> symbols = new ArrayList<>();
        if (!organization.placesOf(address).isEmpty()) {
            symbols.add(new Symbol("ADDRESS_BOOK", proven ? -4 : -1));
        } else if (proven && isOfficial(address)) {
            symbols.add(new Symbol("OFFICIAL_AGENCY", -2));
        }
        if (written.stream().anyMatch(answered::contains)) {
            symbols.add(new Symbol("ANSWERS_US", proven ? -3 : -2));
        } else if (proven && !written.isEmpty()) {
            symbols.add(new Symbol("CORRESPONDENT", -1.5));
        }
        return symbols;
    }

    private static boolean isOfficial(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return domain.equals("gov.vn") || domain.endsWith(".gov.vn");
    }

    /** The Message-IDs in {@code In-Reply-To} and {@code References} (RFC 5322, 3.6.4), the newest of them. */
    public static Set<String> references(MessageView header) {
        List<String> all = new ArrayList<>();
        for (String name : List.of("References", "In-Reply-To")) {
            header.first(name)
                    .ifPresent(field -> all.addAll(List.of(field.text().strip().split("[\\s,]+"))));
        }
        List<String> newest = all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
        Set<String> ids = new HashSet<>(newest);
        ids.removeIf(id -> !id.matches("<[^<>]+>"));
        return ids;
    }
}
