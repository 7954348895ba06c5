package vn.vanthu.approval.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.held.HeldMail;
import vn.vanthu.organization.Approvals;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.text.Unaccented;

/** Who decides about a held mail on a day, as {@code organization.xml} says. */
record Approvers(Organization organization, LocalDate today) {

    /**
     * Who is asked next: those whom the file names for the mailbox, together; else the next by role, one at a time.
     *
     * @param asked who was asked before
     * @return empty when nobody is left
     */
    List<String> next(HeldMail held, List<String> asked) {
        List<String> left =
                all(held).stream().filter(login -> !asked.contains(login)).toList();
        List<String> named = left.stream().filter(login -> isNamed(held, login)).toList();
        return named.isEmpty() ? left.stream().limit(1).toList() : named;
    }

    /** Who is asked before anybody else. */
    List<String> first(HeldMail held) {
        List<String> before = before(held);
        return before.isEmpty() ? next(held, List.of()) : before;
    }

    private List<String> before(HeldMail held) {
        return organization.approversBefore(held.mailbox(), held.submission().login(), today).stream()
                .map(Person::address)
                .toList();
    }

    private List<String> all(HeldMail held) {
        return organization.approversFor(held.mailbox(), held.submission().login(), today).stream()
                .map(Person::address)
                .toList();
    }

    private boolean isNamed(HeldMail held, String login) {
        return organization.approvals().rules().stream()
                .filter(rule ->
                        rule.mailbox().equals(held.mailbox()) && rule.period().contains(today))
                .map(Approvals.Rule::approver)
                .anyMatch(login::equals);
    }

    /** Whether the login may decide about it at all, be it for his unit before the agency's leader. */
    boolean may(String login, HeldMail held) {
        return before(held).contains(login) || decides(login, held);
    }

    /** Whether nobody has to approve after him: he is an approver for it, or leads the agency. */
    boolean decides(String login, HeldMail held) {
        Optional<Person> person = organization.person(login);
        boolean self = login.equals(held.submission().login())
                && !organization.approvals().selfApproval();
        return person.isPresent()
                && !self
                && (person.get().role().leadsAgency() || all(held).contains(login));
    }

    /** Whether he may leave it to the other: only who decides himself gives the decision away. */
    boolean mayForward(String from, String to, HeldMail held) {
        return decides(from, held)
                || first(held).contains(to)
                || next(held, List.of()).contains(to);
    }

    String describe(List<String> logins) {
        return String.join(", ", logins.stream().map(organization::describe).toList());
    }

    /** Whether he is there today. */
    boolean isPresent(String login) {
        return organization.person(login).isPresent() && !organization.isAbsent(login, today);
    }

    /** The one person that is meant: a login, a bare name, a name or a title. */
    Optional<Person> find(String words) {
        String wanted = words.strip().replaceAll("[.,;!]+$", "").replaceAll("^<|>$", "");
        Optional<Person> byLogin = organization.person(wanted);
        if (byLogin.isPresent()) {
            return byLogin;
        }
        String plain = Unaccented.words(wanted);
        List<Person> called = organization.people().stream()
                .filter(person -> names(person).anyMatch(plain::equals))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private static Stream<String> names(Person person) {
        return Stream.of(person.name(), person.title(), person.title() + " " + person.name())
                .map(Unaccented::words);
    }
}
