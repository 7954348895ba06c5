package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code organization.xml} says about approvals beyond what follows from roles.
 *
 * @param selfApproval whether a person may approve what he himself asks for
 * @param leadersOwnMail whether a leader's mail from his own login counts as approved by himself
 * @param unitHeadFirst whether what a unit's staff send in the agency's name needs their head's approval before that of
 *     the agency's leader
 * @param rules who approves for a mailbox instead of those who would by their roles
 * @param absences who is away, and who stands in
 */
public record Approvals(
        boolean selfApproval, boolean leadersOwnMail, boolean unitHeadFirst, List<Rule> rules, List<Absence> absences) {

    /** A named approver for what is sent as a mailbox (ủy quyền duyệt). */
    public record Rule(String mailbox, String approver, Period period) {
        public Rule {
            Addresses.requireComplete(mailbox);
            Addresses.requireComplete(approver);
        }
    }

    /**
     * Some days on which a person does not approve.
     *
     * @param standIn who approves in his place; null for whoever is next by role
     */
    public record Absence(String person, @Nullable String standIn, Period period) {
        public Absence {
            Addresses.requireComplete(person);
            if (standIn != null) {
                Addresses.requireComplete(standIn);
            }
        }
    }

    public Approvals {
        rules = List.copyOf(rules);
        absences = List.copyOf(absences);
    }

    /** The approvers named for the mailbox on this day, in the file's order. */
    Stream<String> namedFor(String mailbox, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.mailbox().equals(mailbox) && rule.period().contains(day))
                .map(Rule::approver);
    }

    Optional<Absence> absence(String person, LocalDate day) {
        return absences.stream()
                .filter(absence ->
                        absence.person().equals(person) && absence.period().contains(day))
                .findFirst();
    }

    /** The person himself; when he is away, who stands in for him, if that one is there. */
    Stream<String> presentFor(String person, LocalDate day) {
        Optional<Absence> away = absence(person, day);
        if (away.isEmpty()) {
            return Stream.of(person);
        }
        return Stream.ofNullable(away.get().standIn())
                .filter(standIn -> absence(standIn, day).isEmpty());
    }
}
