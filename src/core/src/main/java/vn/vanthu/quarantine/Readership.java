package vn.vanthu.quarantine;

import java.util.Set;

/**
 * The mailboxes whose quarantine somebody looks through.
 *
 * @param but whether all others are meant: those that nobody else looks through
 */
public record Readership(Set<String> mailboxes, boolean but) {

    public Readership {
        mailboxes = Set.copyOf(mailboxes);
    }
}
