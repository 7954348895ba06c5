package vn.vanthu.approval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.Mailbox;

/**
 * Whether a mail speaks for the agency or a unit, and what says so.
 *
 * @param evidence the heaviest first
 * @param unread parts that could not be read: nothing is known of them, and another rule looks at them
 */
public record Speaking(List<Evidence> evidence, List<ReadPart> unread) {

    private static final Speaking NOTHING = new Speaking(List.of(), List.of());

    public Speaking {
        evidence = evidence.stream()
                .sorted(Comparator.comparing(Evidence::weight).reversed())
                .toList();
        unread = List.copyOf(unread);
    }

    /** Of a mail that does not leave. */
    public static Speaking nothing() {
        return NOTHING;
    }

    /** Whether it speaks for the agency or a unit: needs an approval before it leaves. */
    public boolean isOfficial() {
        return evidence.stream().mapToInt(Evidence::weight).sum() >= Evidence.ENOUGH;
    }

    /** In whose name: the agency's mailbox, or the unit's when nothing speaks for more than that unit. */
    public Optional<Mailbox> inNameOf() {
        Optional<Mailbox> agency = evidence.stream()
                .map(Evidence::by)
                .filter(mailbox -> mailbox.kind() == Mailbox.Kind.AGENCY)
                .findFirst();
        return agency.or(() -> evidence.stream().map(Evidence::by).findFirst());
    }

    /** All evidence in Vietnamese, for notices and the register. */
    public String describe() {
        return evidence.stream().map(Evidence::describe).collect(Collectors.joining("; "));
    }
}
