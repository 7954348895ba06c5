package vn.vanthu.server.james;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.rrt.api.CanSendFrom;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Mailbox;

/** Who may send as whom, by {@code organization.xml}: James's own parts ask here too. */
public final class AgencySenders implements CanSendFrom {

    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public AgencySenders(LiveOrganization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public boolean userCanSendFrom(Username login, Username sender) {
        return login.equals(sender)
                || organization.get().maySendAs(login.asString(), sender.asString(), LocalDate.now(clock));
    }

    @Override
    public Publisher<Boolean> userCanSendFromReactive(Username login, Username sender) {
        return Mono.fromSupplier(() -> userCanSendFrom(login, sender));
    }

    @Override
    public Stream<MailAddress> allValidFromAddressesForUser(Username login) {
        LocalDate today = LocalDate.now(clock);
        return organization.get().mailboxes().stream()
                .map(Mailbox::address)
                .filter(address -> organization.get().maySendAs(login.asString(), address, today))
                .map(AgencySenders::address);
    }

    private static MailAddress address(String checked) {
        try {
            return new MailAddress(checked);
        } catch (AddressException e) {
            throw new IllegalStateException("organization.xml was checked, yet holds the address " + checked, e);
        }
    }
}
