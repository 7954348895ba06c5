package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.MailetContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HeldMails.AlteredException;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.ExactBytes;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Entry;
import vn.vanthu.registration.LateFiling;

/** Sends the kept bytes of a mail, now with its numbers, through the processor {@value #PROCESSOR}. */
public final class QueuedFiling implements LateFiling {

    /** Holds {@code FileDocument}, and nothing that delivers. */
    public static final String PROCESSOR = "file";

    private static final Logger LOGGER = LoggerFactory.getLogger(QueuedFiling.class);
    private static final String ENTERED = "entered";

    private final HeldMails held;
    private final Arrivals arrivals;
    private final MailetContext context;
    private final Clock clock;
    /** How many entries of a mail were filed so far by {@link #fileEnteredElsewhere}. */
    private final Map<MailId, Integer> filed = new ConcurrentHashMap<>();

    @Inject
    public QueuedFiling(HeldMails held, Arrivals arrivals, MailetContext context, Clock clock) {
        this.held = held;
        this.arrivals = arrivals;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public boolean file(MailId mailId) throws RegisterUnavailableException {
        try {
            return isQueued(mailId);
        } catch (IOException | MessagingException e) {
            throw new RegisterUnavailableException("the documents of " + mailId + " cannot be filed now", e);
        }
    }

    private boolean isQueued(MailId mailId) throws RegisterUnavailableException, IOException, MessagingException {
        try {
            queue(mailId);
            return true;
        } catch (AlteredException | NoSuchFileException e) {
            LOGGER.error("the documents of mail {} cannot be filed, their bytes were changed or removed", mailId, e);
            return false;
        }
    }

    private void queue(MailId mailId) throws RegisterUnavailableException, IOException, MessagingException {
        Optional<HeldMail> kept = held.find(mailId, Purpose.REGISTRATION);
        List<BookNumber> numbers =
                arrivals.entriesOf(mailId).stream().map(Entry::number).toList();
        if (kept.isEmpty() || numbers.isEmpty()) {
            return;
        }
        if (!held.isHere(kept.get())) {
            held.decide(kept.get(), new HoldDecision(ENTERED, "", "", clock.instant()));
            return;
        }
        send(kept.get(), numbers);
    }

    /** Files the documents of this gateway that were entered through another one; to be called now and then. */
    void fileEnteredElsewhere() throws RegisterUnavailableException, NotToldException {
        Attempts attempts = new Attempts();
        for (HeldMail kept : held.unfinished(Purpose.REGISTRATION)) {
            attempts.attempt(() -> fileNewEntries(kept));
        }
        attempts.end();
    }

    private void fileNewEntries(HeldMail kept) throws RegisterUnavailableException, NotToldException {
        int entries = arrivals.entriesOf(kept.mailId()).size();
        if (entries != filed.getOrDefault(kept.mailId(), 0)) {
            try {
                queue(kept.mailId());
            } catch (IOException | MessagingException e) {
                throw new NotToldException("the documents of " + kept.mailId() + " cannot be filed now", e);
            }
            filed.put(kept.mailId(), entries);
        }
        if (arrivals.waiting().stream().noneMatch(document -> document.mailId().equals(kept.mailId()))) {
            held.carriedOut(kept);
            filed.remove(kept.mailId());
        }
    }

    private void send(HeldMail kept, List<BookNumber> numbers) throws IOException, MessagingException {
        HeldMail.Submission from = kept.submission();
        MailImpl mail = MailImpl.builder()
                .name("file-" + kept.mailId())
                .sender(MaybeSender.getMailSender(kept.envelope().sender()))
                .addRecipient(new MailAddress(kept.envelope().recipients().get(0)))
                .build();
        try (InputStream content = held.content(kept)) {
            mail.setMessageContent(MimeMessageInputStreamSource.create(mail.getName(), content));
            MailIds.keep(mail, kept.mailId());
            new SubmittedMail(from.login(), from.clientAddress(), from.received(), from.receivedAt()).attachTo(mail);
            DocumentNumbers.show(mail.getMessage(), numbers, "");
            ExactBytes.fix(mail);
            context.sendMail(mail, PROCESSOR);
        } finally {
            mail.dispose();
        }
    }
}
