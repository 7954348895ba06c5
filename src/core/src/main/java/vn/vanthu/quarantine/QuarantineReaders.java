package vn.vanthu.quarantine;

import java.util.ArrayList;
import java.util.List;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;

/** Who looks through whose quarantine: everybody his own, the clerk those of the agency and the units too. */
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

    static List<String> mailboxes(Organization organization, Person person) {
        List<String> mailboxes = new ArrayList<>(List.of(person.address()));
        if (clerks(organization).contains(person)) {
            organization.mailboxes().stream()
                    .map(Mailbox::address)
                    .filter(address -> organization.person(address).isEmpty())
                    .forEach(mailboxes::add);
        }
        return mailboxes;
    }
}
