package vn.vanthu.quarantine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;

/**
 * Who looks through whose quarantine: everybody his own; the clerk all that are no other person's: those of the agency and the
 * units, of an outside member of a group, of an account without a person.
 */
final class QuarantineReaders {

    private QuarantineReaders() {}

    /** The clerks; the head of the office where there is none. */
    static List<Person> clerks(Organization organization) {
        List<Person> clerks = organization.withRole(Role.CLERK);
        return clerks.isEmpty() ? organization.withRole(Role.OFFICE_HEAD) : clerks;
    }

    static boolean isClerk(Organization organization, Person person) {
        return clerks(organization).contains(person) || person.has(Role.OFFICE_HEAD);
    }

    static Readership mailboxes(Organization organization, Person person) {
        if (!clerks(organization).contains(person)) {
            return new Readership(Set.of(person.address()), false);
        }
        return new Readership(
                organization.people().stream()
                        .map(Person::address)
                        .filter(address -> !address.equals(person.address()))
                        .collect(Collectors.toSet()),
                true);
    }
}
