package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The whole of {@code organization.xml}, and the questions that rules ask it.
 *
 * <p>Immutable. Nothing is granted by default: who is not named may not.
 */
public record Organization(
        Agency agency,
        List<Unit> units,
        List<Person> people,
        List<Assignment> assignments,
        Approvals approvals,
        List<Place> addressBook) {

    public Organization {
        units = List.copyOf(units);
        people = List.copyOf(people);
        assignments = List.copyOf(assignments);
        addressBook = List.copyOf(addressBook);
    }

    /** The address in full and lower case; a bare name gets the agency's first domain. */
    public String complete(String addressOrName) {
        return Addresses.complete(addressOrName, agency.domain());
    }

    /** Whether the address is in one of the agency's domains, known or not. */
    public boolean isInside(String address) {
        return agency.domains().contains(Addresses.domainOf(address));
    }

    /** How a person is named to others: title, name, address; the login itself when it is nobody's. */
    public String describe(String login) {
        return person(login)
                .map(person -> person.title() + " " + person.name() + " (" + person.address() + ")")
                .orElse(login);
    }

    /** Who logs in so: full address or bare name. */
    public Optional<Person> person(String login) {
        String address = complete(login);
        return people.stream()
                .filter(person -> person.address().equals(address))
                .findFirst();
    }

    public Optional<Unit> unit(String id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** The unit that a person works in. */
    public Optional<Unit> unitOf(Person person) {
        return units.stream().filter(person::isIn).findFirst();
    }

    /** The unit whose mailbox this is. */
    public Optional<Unit> unitWithMailbox(String address) {
        Optional<String> wanted = Optional.of(complete(address));
        return units.stream().filter(unit -> unit.mailbox().equals(wanted)).findFirst();
    }

    /** Everyone with this role, in the file's order. */
    public List<Person> withRole(Role role) {
        return people.stream().filter(person -> person.has(role)).toList();
    }

    /** Every mailbox: the agency's, the units', the people's, the service addresses. */
    public List<Mailbox> mailboxes() {
        return allMailboxes().toList();
    }

    /** The mailbox with this address or bare name. */
    public Optional<Mailbox> mailbox(String address) {
        String wanted = complete(address);
        return allMailboxes()
                .filter(mailbox -> mailbox.address().equals(wanted))
                .findFirst();
    }

    private Stream<Mailbox> allMailboxes() {
        Stream<Mailbox> shared = Stream.concat(
                Stream.of(new Mailbox(agency.mailbox(), Mailbox.Kind.AGENCY, agency.name())),
                units.stream().flatMap(unit -> unit.mailbox().stream()
                        .map(address -> new Mailbox(address, Mailbox.Kind.UNIT, unit.name()))));
        Stream<Mailbox> own =
                people.stream().map(person -> new Mailbox(person.address(), Mailbox.Kind.PERSON, person.name()));
        Stream<Mailbox> service = Stream.of(agency.registerAddress(), agency.noticesAddress())
                .map(address -> new Mailbox(address, Mailbox.Kind.SERVICE, agency.name()));
        return Stream.of(shared, own, service).flatMap(each -> each);
    }

    /** Whether the login may write this address as sender on this day: his own, or one assigned to him for sending. */
    public boolean maySendAs(String login, String address, LocalDate day) {
        return may(login, address, day, Assignment::send);
    }

    /** Whether the login may read this mailbox on this day: his own, or one assigned to him for reading. */
    public boolean mayOpen(String login, String mailbox, LocalDate day) {
        return may(login, mailbox, day, Assignment::open);
    }

    private boolean may(String login, String address, LocalDate day, Predicate<Assignment> right) {
        Optional<Person> person = person(login);
        Optional<Mailbox> mailbox = mailbox(address);
        if (person.isEmpty() || mailbox.isEmpty()) {
            return false;
        }
        if (mailbox.get().address().equals(person.get().address())) {
            return true;
        }
        return assignmentsOf(person.get()).anyMatch(task -> right.test(task) && task.covers(mailbox.get(), day));
    }

    /** The shared mailboxes that a login may read on this day. */
    public List<Mailbox> openableBy(String login, LocalDate day) {
        return allMailboxes()
                .filter(mailbox -> mailbox.kind().isShared() && mayOpen(login, mailbox.address(), day))
                .toList();
    }

    /** Who looks after a shared mailbox on this day (may read it), in the file's order. */
    public List<Person> readersOf(String mailbox, LocalDate day) {
        return people.stream()
                .filter(person -> mayOpen(person.address(), mailbox, day))
                .toList();
    }

    private Stream<Assignment> assignmentsOf(Person person) {
        return assignments.stream().filter(task -> task.person().equals(person.address()));
    }

    /**
     * Who may approve what is sent as a mailbox. The first is asked; each next one is who it goes to when those before do
     * not answer. Who is away is replaced or left out.
     *
     * <p>First the approvers that the file names for the mailbox; then, for a unit's mailbox, the unit's head, and for a
     * person's own mailbox the head of his unit; then the director and the standing deputies.
     *
     * @param requester the login that wants to send; he is left out unless the file allows self-approval
     * @return empty when nobody may; the mail then waits and the Office is told
     */
    public List<Person> approversFor(String mailbox, String requester, LocalDate day) {
        String address = complete(mailbox);
        Stream<String> leaders = Stream.of(Role.DIRECTOR, Role.STANDING_DEPUTY)
                .flatMap(role -> withRole(role).stream().map(Person::address));
        return Stream.of(approvals.namedFor(address, day), headFor(address).stream(), leaders)
                .flatMap(each -> each)
                .flatMap(approver -> approvals.presentFor(approver, day))
                .filter(approver -> approvals.selfApproval() || !approver.equals(complete(requester)))
                .distinct()
                .flatMap(approver -> person(approver).stream())
                .toList();
    }

    /**
     * Whose approval is needed before that of {@link #approversFor}: with {@code unit-head-first}, for what is sent in the
     * agency's name, the head of the requester's unit or who stands in for him.
     *
     * @return empty when nobody comes before
     */
    public List<Person> approversBefore(String mailbox, String requester, LocalDate day) {
        if (!approvals.unitHeadFirst() || !complete(mailbox).equals(agency.mailbox())) {
            return List.of();
        }
        List<Person> last = approversFor(mailbox, requester, day);
        return person(requester).flatMap(this::unitOf).map(Unit::head).stream()
                .flatMap(head -> approvals.presentFor(head, day))
                .filter(head -> !head.equals(complete(requester)))
                .flatMap(head -> person(head).stream())
                .filter(head -> !last.contains(head))
                .toList();
    }

    /**
     * Who may let a mail go that waits because of its topic or an unread part (Điều 3 khoản 1): the Office head, then the
     * director and the standing deputies. Who is away is replaced or left out; nobody confirms his own mail.
     */
    public List<Person> confirmersFor(String requester, LocalDate day) {
        return Stream.of(Role.OFFICE_HEAD, Role.DIRECTOR, Role.STANDING_DEPUTY)
                .flatMap(role -> withRole(role).stream().map(Person::address))
                .flatMap(confirmer -> approvals.presentFor(confirmer, day))
                .filter(confirmer -> !confirmer.equals(complete(requester)))
                .distinct()
                .flatMap(confirmer -> person(confirmer).stream())
                .toList();
    }

    private Optional<String> headFor(String mailbox) {
        return unitWithMailbox(mailbox)
                .or(() -> person(mailbox).flatMap(this::unitOf))
                .map(Unit::head);
    }

    /** The addresses of the Office's people, and its mailbox when all of them are away. */
    public List<String> office(LocalDate day) {
        List<String> people = Stream.of(Role.OFFICE_HEAD, Role.CLERK)
                .flatMap(role -> withRole(role).stream())
                .map(Person::address)
                .distinct()
                .toList();
        return people.stream().allMatch(login -> isAbsent(login, day))
                ? Stream.concat(people.stream(), Stream.of(agency.mailbox())).toList()
                : people;
    }

    /** Whether the person is away on this day. */
    public boolean isAbsent(String login, LocalDate day) {
        return approvals.absence(complete(login), day).isPresent();
    }

    /** The place outside that is called so under "Nơi nhận". */
    public Optional<Place> place(String name) {
        return addressBook.stream().filter(place -> place.isCalled(name)).findFirst();
    }

    /** Whether the address book has exactly this address. */
    public boolean isListed(String address) {
        return addressBook.stream().anyMatch(place -> place.lists(address));
    }

    /** The places outside to which an address belongs. */
    public List<Place> placesOf(String address) {
        return addressBook.stream().filter(place -> place.owns(address)).toList();
    }
}
