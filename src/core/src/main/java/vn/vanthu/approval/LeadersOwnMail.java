package vn.vanthu.approval;

import java.time.LocalDate;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;

/** Mail that a leader sends himself, from his own login and mailbox: it counts as approved by him. */
public record LeadersOwnMail(Organization organization, LocalDate today) {

    /** Whether its sender may approve it himself; never when {@code organization.xml} wants that held too. */
    public boolean is(OutgoingMail mail, Speaking speaking) {
        String mailbox = speaking.inNameOf()
                .map(Mailbox::address)
                .orElseGet(() -> organization.agency().mailbox());
        return organization.approvals().leadersOwnMail()
                && isFromHisMailbox(mail)
                && organization.approversFor(mailbox, "", today).stream()
                        .map(Person::address)
                        .anyMatch(mail.login()::equals);
    }

    private static boolean isFromHisMailbox(OutgoingMail mail) {
        String login = mail.login();
        return !login.isEmpty()
                && mail.sender().equals(login)
                && !mail.header().from().isEmpty()
                && mail.header().from().stream().map(HeaderAddress::address).allMatch(login::equalsIgnoreCase);
    }
}
