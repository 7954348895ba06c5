package vn.vanthu.james.imap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.Literal;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.vanthu.decision.Decision;
import vn.vanthu.james.LargeMails;
import vn.vanthu.james.SecrecyCheck;
import vn.vanthu.james.SecretRefusals;
import vn.vanthu.james.login.ClientAddress;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * James's {@code APPEND} (RFC 9051, 6.3.12) behind the check that mail passes: a draft, a sent copy or a message from elsewhere
 * that bears a secrecy mark is not put into a folder. The refusal is recorded and told as that of a mail. What cannot be read
 * just now is not stored either; the mail program tries again.
 */
public final class AppendWithoutSecrets extends AppendProcessor {

    private static final Logger LOGGER = LoggerFactory.getLogger(AppendWithoutSecrets.class);

    private static final int CHECKS_AT_ONCE = 16;

    private static final HumanReadableText REFUSED = new HumanReadableText(
            "vn.vanthu.secret",
            "Thu mang dau mat nen khong duoc luu (Dieu 3 khoan 1) / it bears a secrecy mark and is not stored");
    private static final HumanReadableText LATER = new HumanReadableText(
            "vn.vanthu.later",
            "Tam thoi chua doc duoc thu, xin thu lai sau / it cannot be checked now, try again later");

    /** Not the threads of James's: it stores mails by them, some within the turn that a large mail waits for here. */
    private final Scheduler checks = Schedulers.newBoundedElastic(CHECKS_AT_ONCE, 1000, "append-check");

    private final SecrecyCheck check;
    private final SecretRefusals refusals;
    private final LargeMails largeMails;
    private final Clock clock;

    @Inject
    public AppendWithoutSecrets(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            SecrecyCheck check,
            SecretRefusals refusals,
            LargeMails largeMails,
            Clock clock) {
        super(mailboxes, responses, metrics);
        this.check = check;
        this.refusals = refusals;
        this.largeMails = largeMails;
        this.clock = clock;
    }

    @Override
    protected Mono<Void> processRequestReactive(AppendRequest request, ImapSession session, Responder responder) {
        return Mono.fromCallable(() -> problem(request.getMessage(), session))
                .subscribeOn(checks)
                .flatMap(problem -> problem.isEmpty()
                        ? super.processRequestReactive(request, session, responder)
                        : Mono.fromRunnable(() -> no(request, responder, problem.get())));
    }

    /** Why it is not stored; empty when it may be. */
    private Optional<HumanReadableText> problem(Literal message, ImapSession session) {
        try {
            long size = message.size();
            Optional<Decision> refusal = largeMails.whileClientWaits(
                    LargeMails.Client.OWN, size, () -> check.decide(message::getInputStream, size));
            if (refusal.isPresent()) {
                refusals.record(row(session), refusal.get());
            }
            return refusal.map(any -> REFUSED);
        } catch (MessagingException | RegisterUnavailableException | java.io.IOException | RuntimeException e) {
            LOGGER.warn("a message is not appended because it cannot be checked now: {}", e.getMessage());
            return Optional.of(LATER);
        }
    }

    private MailRecord row(ImapSession session) {
        String login = session.getUserName() == null
                ? ""
                : session.getUserName().asString().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        return new MailRecord(
                MailId.ofMailName("append-" + UUID.randomUUID()),
                now,
                Direction.INTERNAL,
                login,
                ClientAddress.of(session),
                login,
                List.of(login),
                "",
                "",
                "",
                0,
                "");
    }
}
