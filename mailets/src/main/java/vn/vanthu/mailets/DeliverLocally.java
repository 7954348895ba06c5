package vn.vanthu.mailets;

import com.google.common.util.concurrent.Striped;
import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.Inbox;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.NonDelivery;
import vn.vanthu.james.NonDelivery.Failure;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.message.MailId;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Puts the mail into the mailbox of each recipient, once, and records it there and then.
 *
 * <pre><code>
 * &lt;mailet match="RecipientIsLocal" class="vn.vanthu.mailets.DeliverLocally"/&gt;
 * </code></pre>
 *
 * A recipient whose mailbox cannot be written now (database away) is tried again without limit; one whose mailbox is full
 * is told to the sender. After a crash the register, and then the mailbox itself, are asked whether the mail is there
 * already.
 */
public final class DeliverLocally extends GenericMailet {

    private final Register register;
    private final Inbox inbox;
    private final NonDelivery nonDelivery;
    private final Clock clock;
    /** After a crash the same notice may be in the queue twice, and both copies under way at the same time. */
    private final Striped<Lock> turns = Striped.lock(256);

    @Inject
    public DeliverLocally(Register register, Inbox inbox, NonDelivery nonDelivery, Clock clock) {
        this.register = register;
        this.inbox = inbox;
        this.nonDelivery = nonDelivery;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailId id = MailIds.of(mail);
        inbox.prepare(mail);
        List<DeliveryEvent> events = new ArrayList<>();
        List<MailAddress> again = new ArrayList<>();
        MessagingException cause = null;
        for (MailAddress recipient : List.copyOf(mail.getRecipients())) {
            try {
                events.add(deliver(id, mail, recipient));
            } catch (MessagingException e) {
                cause = e;
                again.add(recipient);
            } catch (RegisterUnavailableException | RuntimeException e) {
                // James's store throws some failures unchecked; what was delivered is recorded all the same.
                cause = new MessagingException(e.getMessage(), e);
                again.add(recipient);
            }
        }
        finish(mail, events, again, cause);
    }

    private DeliveryEvent deliver(MailId id, Mail mail, MailAddress recipient)
            throws MessagingException, RegisterUnavailableException {
        String address = Addresses.of(recipient);
        Lock turn = turns.get(id + " " + address);
        turn.lock();
        try {
            if (FirstPass.is(mail) || !isThere(id, recipient)) {
                try {
                    inbox.append(mail, recipient);
                } catch (OverQuotaException e) {
                    String reply = "mailbox full: " + e.getMessage();
                    nonDelivery.tellSender(mail, List.of(new Failure(address, "5.2.2", reply)));
                    return DeliveryEvent.settled(id, address, Outcome.BOUNCED, clock.instant(), "", reply);
                }
            }
        } finally {
            turn.unlock();
        }
        return DeliveryEvent.settled(id, address, Outcome.DELIVERED, clock.instant(), "", "");
    }

    private boolean isThere(MailId id, MailAddress recipient) throws MessagingException, RegisterUnavailableException {
        return register.isSettled(id, Addresses.of(recipient))
                || inbox.holds(id, register.receivedAt(id).orElse(Instant.EPOCH), recipient);
    }

    private void finish(
            Mail mail,
            List<DeliveryEvent> events,
            List<MailAddress> again,
            @org.jspecify.annotations.Nullable MessagingException cause)
            throws MessagingException {
        boolean recorded = Waiting.orLater(mail, getMailetContext(), () -> register.outcomes(events));
        if (!recorded) {
            return;
        }
        if (cause == null) {
            mail.setState(Mail.GHOST);
        } else {
            mail.setRecipients(again);
            Waiting.comeBack(mail, getMailetContext(), cause);
        }
    }
}
