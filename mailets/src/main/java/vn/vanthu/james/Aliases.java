package vn.vanthu.james;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.mail.internet.AddressException;
import org.apache.james.core.Domain;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTable.ErrorMappingException;
import org.apache.james.rrt.api.RecipientRewriteTable.TooManyMappingException;
import org.apache.james.rrt.api.RecipientRewriteTableConfiguration;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.rrt.lib.Mappings;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import vn.vanthu.organization.LiveOrganization;

/**
 * James's table of aliases, groups and forwards, followed as James does, but for two things. A mailbox of the agency, a
 * unit or a person never sends its mail on to the outside, by whatever alias or group the mail came to it: what would go
 * there stays in the mailbox. And {@code postmaster} and {@code abuse} of our domains (RFC 5321, 4.5.1; RFC 2142) are the
 * agency's mailbox, unless they are set up.
 */
public final class Aliases {

    private static final Set<String> ROLES = Set.of("postmaster", "abuse");

    private final RecipientRewriteTable table;
    private final DomainList domains;
    private final UsersRepository users;
    private final LiveOrganization organization;

    @Inject
    public Aliases(
            RecipientRewriteTable table, DomainList domains, UsersRepository users, LiveOrganization organization) {
        this.table = table;
        this.domains = domains;
        this.users = users;
        this.organization = organization;
    }

    /** Whether it is an address that every domain must take mail for. */
    public boolean isRole(MailAddress address) {
        return ROLES.contains(address.getLocalPart().toLowerCase(Locale.ROOT))
                && organization.get().isInside(Addresses.of(address));
    }

    /**
     * The addresses behind one, each once, in lower case; itself when nobody stands behind it.
     *
     * @throws ErrorMappingException when the table refuses the address, or groups stand in a circle
     */
    public List<String> behind(MailAddress recipient)
            throws ErrorMappingException, AddressException, RecipientRewriteTableException, DomainListException,
                    UsersRepositoryException {
        if (!isOurs(Addresses.of(recipient), recipient.getDomain())) {
            return List.of(Addresses.of(recipient));
        }
        Username address = Username.fromLocalPartWithDomain(recipient.getLocalPart(), recipient.getDomain());
        RecipientRewriteTableConfiguration configuration = table.getConfiguration();
        int levels = configuration.isRecursive() ? configuration.getMappingLimit() : 1;
        List<String> behind = List.copyOf(behind(address, levels, false));
        boolean nobody = behind.equals(List.of(address.asString()));
        return nobody && isRole(recipient) && !isMailbox(address) && !users.contains(address)
                ? List.of(organization.get().agency().mailbox())
                : behind;
    }

    /** @param inMailbox whether a mailbox was met on the way: then nothing leads outside */
    private Set<String> behind(Username address, int levels, boolean inMailbox)
            throws ErrorMappingException, AddressException, RecipientRewriteTableException, DomainListException {
        if (!isOurs(address.asString(), address.getDomainPart().orElseThrow())) {
            return inMailbox ? Set.of() : Set.of(address.asString());
        }
        List<Mapping> mappings = mappings(address);
        if (mappings.isEmpty()) {
            return Set.of(address.asString());
        }
        if (levels == 0) {
            return whereCut(address);
        }
        Set<String> all = new LinkedHashSet<>();
        for (Mapping mapping : mappings) {
            Optional<Username> target =
                    mapping.rewriteUser(address).map(rewritten -> rewritten.withDefaultDomainFromUser(address));
            if (target.filter(address::equals).isPresent()) {
                all.add(address.asString());
            } else if (target.isPresent()) {
                all.addAll(behind(target.get(), levels - 1, inMailbox || isMailbox(address)));
            }
        }
        return all.isEmpty() && (isMailbox(address) || !inMailbox) ? Set.of(address.asString()) : all;
    }

    private Set<String> whereCut(Username address) throws TooManyMappingException {
        if (table.getConfiguration().isRecursive()) {
            throw new TooManyMappingException("too many aliases behind each other, the last is " + address.asString());
        }
        return Set.of(address.asString());
    }

    /** The table, a query of the database each time, is not asked about strangers' domains. */
    private boolean isOurs(String address, Domain domain) throws DomainListException {
        return organization.get().isInside(address) || domains.containsDomain(domain);
    }

    private boolean isMailbox(Username address) {
        return organization.get().mailbox(address.asString()).isPresent();
    }

    private List<Mapping> mappings(Username address) throws RecipientRewriteTableException {
        Mappings own = table.getStoredMappings(MappingSource.fromUser(address));
        Domain domain = address.getDomainPart().orElseThrow();
        Mappings found = own.isEmpty() ? table.getStoredMappings(MappingSource.fromDomain(domain)) : own;
        return found.asStream().toList();
    }
}
