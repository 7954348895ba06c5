package vn.vanthu.james;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Predicate;
import org.apache.james.core.Domain;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.Mappings;
import org.apache.james.rrt.lib.MappingsImpl;
import vn.vanthu.organization.LiveOrganization;

/**
 * James's table of aliases, groups and forwards, without those that send a mailbox's mail to the outside by themselves
 * (Điều 2, Điều 3 khoản 4): the mail then stays in the mailbox. A group that is no mailbox of anybody may have outside
 * members.
 */
public final class InsideForwards {

    private InsideForwards() {}

    /** The same table, seen so. */
    public static RecipientRewriteTable of(
            RecipientRewriteTable table, DomainList domains, LiveOrganization organization) {
        return of(table, domains, address -> organization.get().mailbox(address).isPresent(), address -> organization
                .get()
                .isInside(address));
    }

    /**
     * The same table, seen so.
     *
     * @param domains James's own list; the table, a query of the database each time, is not asked about strangers' domains
     * @param isMailbox whether an address is a mailbox of the agency, a unit or a person
     * @param isInside whether an address is in one of our domains
     */
    public static RecipientRewriteTable of(
            RecipientRewriteTable table, DomainList domains, Predicate<String> isMailbox, Predicate<String> isInside) {
        return (RecipientRewriteTable) Proxy.newProxyInstance(
                InsideForwards.class.getClassLoader(),
                new Class<?>[] {RecipientRewriteTable.class},
                (proxy, method, arguments) -> {
                    try {
                        if (!method.getName().equals("getResolvedMappings")) {
                            return method.invoke(table, arguments);
                        }
                        Domain domain = (Domain) arguments[1];
                        String address = arguments[0] + "@" + domain.asString();
                        if (!isInside.test(address) && !domains.containsDomain(domain)) {
                            return MappingsImpl.empty();
                        }
                        Mappings mappings = (Mappings) method.invoke(table, arguments);
                        return isMailbox.test(address) ? withoutOutside(mappings, isInside) : mappings;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Mappings withoutOutside(Mappings mappings, Predicate<String> isInside) {
        List<Mapping> inside = mappings.asStream()
                .filter(mapping -> mapping.asMailAddress()
                        .map(Addresses::of)
                        .filter(isInside.negate())
                        .isEmpty())
                .toList();
        return MappingsImpl.fromMappings(inside.stream());
    }
}
