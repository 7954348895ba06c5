package vn.vanthu.organization;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.Dates;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;

/**
 * Checks what the elements of {@code organization.xml} say about each other: references, duplicates, domains, how many
 * of a role. Values that are missing or wrong by themselves are told by {@link OrganizationShape} and passed over here.
 */
final class OrganizationCheck {

    private static final Set<String> SERVICE_NAMES = Set.of(Agency.REGISTER_NAME, Agency.NOTICES_NAME);

    private final XmlElement root;
    private final Problems problems;
    private final List<String> domains;
    private final Map<String, XmlElement> people = new LinkedHashMap<>();
    private final Map<String, XmlElement> shared = new LinkedHashMap<>();
    private final Map<String, XmlElement> units = new LinkedHashMap<>();

    OrganizationCheck(XmlElement root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.domains = OrganizationFile.domains(root);
    }

    void run() {
        if (domains.isEmpty()) {
            return;
        }
        collectMailboxes();
        collectUnits();
        root.within("units", "unit").forEach(this::checkHead);
        root.within("people", "person").forEach(this::checkPerson);
        checkRoles();
        root.within("assignments", "assignment").forEach(this::checkAssignment);
        root.within("approvals", "approver").forEach(this::checkApprover);
        root.within("approvals", "absence").forEach(this::checkAbsence);
        checkAddressBook();
    }

    private void collectMailboxes() {
        root.children("agency").forEach(agency -> collectMailbox(agency, shared));
        root.within("units", "unit").forEach(unit -> collectMailbox(unit, shared));
        root.within("people", "person").forEach(person -> collectMailbox(person, people));
    }

    private void collectMailbox(XmlElement element, Map<String, XmlElement> into) {
        if (!element.has("mailbox")) {
            return;
        }
        String key = element.key("mailbox");
        String address = address(element, "mailbox");
        String name = address.substring(0, address.indexOf('@'));
        XmlElement other = shared.getOrDefault(address, people.get(address));
        if (other != null) {
            problems.add(key, address, "an address that is not used yet; it is that of " + other.key("mailbox"));
            return;
        }
        into.put(address, element);
        if (!domains.contains(Addresses.domainOf(address))) {
            problems.unknown(key, address, inDomains(name));
        } else if (SERVICE_NAMES.contains(name)) {
            problems.add(key, address, "a name other than so and vanthu-he-thong, which VanThu itself uses");
        }
    }

    private List<String> inDomains(String name) {
        return domains.stream().map(domain -> name + "@" + domain).toList();
    }

    private void collectUnits() {
        for (XmlElement unit : root.within("units", "unit")) {
            String id = unit.attribute("id");
            if (!id.isEmpty() && units.putIfAbsent(id, unit) != null) {
                problems.add(unit.key("id"), id, "an id that no other unit has");
            }
        }
    }

    private void checkHead(XmlElement unit) {
        XmlElement head = person(unit, "head");
        if (head == null) {
            return;
        }
        String role = head.attribute("role");
        if (isRole(role) && !Role.ofCode(role).mayHeadUnit()) {
            String found = unit.attribute("head") + ", whose role is " + role;
            problems.add(unit.key("head"), found, "a person with role unit-head or office-head, or a leader");
        }
        if (role.equals(Role.UNIT_HEAD.code()) && !head.attribute("unit").equals(unit.attribute("id"))) {
            String found = unit.attribute("head") + ", whose unit is '" + head.attribute("unit") + "'";
            problems.add(unit.key("head"), found, "a head who works in this unit");
        }
    }

    private void checkPerson(XmlElement person) {
        String unit = person.attribute("unit");
        if (person.has("unit") && !units.containsKey(unit)) {
            problems.unknown(person.key("unit"), unit, units.keySet());
        }
        boolean head = person.attribute("role").equals(Role.UNIT_HEAD.code());
        if (head && person.has("mailbox") && !mayHeadAUnit(address(person, "mailbox"))) {
            problems.add(
                    person.key("role"), Role.UNIT_HEAD.code(), "a role that fits: no unit names this person as head");
        }
    }

    /** A head who is nobody is told already; he may be this one, mistyped. */
    private boolean mayHeadAUnit(String address) {
        return root.within("units", "unit").stream()
                .map(unit -> address(unit, "head"))
                .anyMatch(head -> head.equals(address) || !people.containsKey(head));
    }

    private void checkRoles() {
        atMostOne(Role.DIRECTOR);
        atMostOne(Role.OFFICE_HEAD);
        List<XmlElement> all = root.within("people", "person");
        if (all.isEmpty() || !all.stream().allMatch(person -> isRole(person.attribute("role")))) {
            return;
        }
        String key = root.children("people").get(0).key();
        if (withRole(Role.DIRECTOR).isEmpty() && withRole(Role.STANDING_DEPUTY).isEmpty()) {
            problems.missing(key, "a person with role director or standing-deputy, who approves");
        }
        if (withRole(Role.CLERK).isEmpty()) {
            problems.missing(key, "a person with role clerk, who keeps the registers");
        }
    }

    private void atMostOne(Role role) {
        withRole(role).stream()
                .skip(1)
                .forEach(person -> problems.add(person.key("role"), role.code(), "one " + role.code() + " only"));
    }

    private List<XmlElement> withRole(Role role) {
        return root.within("people", "person").stream()
                .filter(person -> person.attribute("role").equals(role.code()))
                .toList();
    }

    private void checkAssignment(XmlElement assignment) {
        person(assignment, "person");
        known(assignment, "mailbox", shared.keySet());
        checkPeriod(assignment);
    }

    private void checkApprover(XmlElement approver) {
        person(approver, "person");
        Set<String> all = new LinkedHashSet<>(shared.keySet());
        all.addAll(people.keySet());
        known(approver, "mailbox", all);
        checkPeriod(approver);
    }

    private void checkAbsence(XmlElement absence) {
        XmlElement away = person(absence, "person");
        XmlElement standIn = person(absence, "stand-in");
        if (away != null && away.equals(standIn)) {
            problems.add(absence.key("stand-in"), absence.attribute("stand-in"), "another person");
        }
        checkPeriod(absence);
    }

    private void checkPeriod(XmlElement element) {
        String from = element.attribute("from");
        String until = element.attribute("until");
        if (Dates.isDate(from) && Dates.isDate(until) && Dates.parse(until).isBefore(Dates.parse(from))) {
            problems.add(element.key("until"), until, "a day that is not before " + from);
        }
    }

    private void checkAddressBook() {
        Set<String> names = new HashSet<>();
        for (XmlElement place : root.within("address-book", "place")) {
            String name = place.attribute("name");
            if (!name.isEmpty() && !names.add(Place.key(name))) {
                problems.add(place.key("name"), name, "a name that no other place has");
            }
            if (place.children("address").isEmpty() && place.children("domain").isEmpty()) {
                problems.missing(place.key(), "at least one address or domain");
            }
        }
    }

    /** The person that the attribute names; null, with the problem noted, when there is none. */
    private @Nullable XmlElement person(XmlElement element, String attribute) {
        known(element, attribute, people.keySet());
        return element.has(attribute) ? people.get(address(element, attribute)) : null;
    }

    private void known(XmlElement element, String attribute, Collection<String> addresses) {
        if (element.has(attribute) && !addresses.contains(address(element, attribute))) {
            List<String> names = addresses.stream().map(this::shortName).toList();
            problems.unknown(element.key(attribute), shortName(address(element, attribute)), names);
        }
    }

    private String shortName(String address) {
        String tail = "@" + domains.get(0);
        return address.endsWith(tail) ? address.substring(0, address.length() - tail.length()) : address;
    }

    private String address(XmlElement element, String attribute) {
        return Addresses.complete(element.attribute(attribute), domains.get(0));
    }

    private static boolean isRole(String code) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.code().equals(code));
    }
}
