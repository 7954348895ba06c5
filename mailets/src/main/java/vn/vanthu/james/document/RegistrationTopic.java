package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import vn.vanthu.command.clerk.RegistrationReplies;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.WaitingDocument;

/** The clerk's answers about documents that wait, and the reminders. */
public final class RegistrationTopic implements Topic {

    private static final String ANSWERED = "answered";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration CLOSED_EVERY = Duration.ofHours(1);

    private final Arrivals arrivals;
    private final Books books;
    private final QueuedFiling filing;
    private final Questions questions;
    private final HeldMails held;
    private final WaitingReminders reminders;
    private final UnreadReminders unread;
    private final Clock clock;
    private Instant closeNext = Instant.MIN;

    @Inject
    public RegistrationTopic(
            Arrivals arrivals,
            Books books,
            QueuedFiling filing,
            Questions questions,
            HeldMails held,
            WaitingReminders reminders,
            UnreadReminders unread,
            Clock clock) {
        this.arrivals = arrivals;
        this.books = books;
        this.filing = filing;
        this.questions = questions;
        this.held = held;
        this.reminders = reminders;
        this.unread = unread;
        this.clock = clock;
    }

    @Override
    public String code() {
        return ClerkDesk.TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) {
        return RegistrationReplies.of(arrivals, books, filing);
    }

    /** One mail a day lists all that waits, see {@link WaitingReminders}. */
    @Override
    public void remind(Question question) {}

    /** The document waits on: only the question is over, and the mail's bytes are kept no longer for it. */
    @Override
    public void expire(Question question) throws RegisterUnavailableException {
        Instant now = clock.instant();
        for (HeldMail mail :
                held.find(question.mailId(), Purpose.REGISTRATION).stream().toList()) {
            held.decide(mail, new HoldDecision("expired", "", "", now));
            held.carriedOut(mail);
        }
        questions.close(question, new Answered("expired", "", "", "", now));
    }

    @Override
    public void resume() throws RegisterUnavailableException, NotToldException {
        Attempts attempts = new Attempts();
        attempts.attempt(filing::fileEnteredElsewhere);
        attempts.attempt(this::closeAnswered);
        attempts.attempt(() -> remind(reminders::send));
        attempts.attempt(() -> remind(unread::send));
        attempts.end();
    }

    /** A day after the clerk's last answer nobody needs the bytes for it any more: filed is what was entered. */
    private void closeAnswered() throws RegisterUnavailableException {
        Instant now = clock.instant();
        if (now.isBefore(closeNext)) {
            return;
        }
        Set<MailId> waiting =
                arrivals.waiting().stream().map(WaitingDocument::mailId).collect(Collectors.toSet());
        for (HeldMail mail : held.open(Purpose.REGISTRATION)) {
            if (!waiting.contains(mail.mailId()) && wasAnsweredBefore(now.minus(DAY), mail)) {
                close(mail, now);
            }
        }
        closeNext = now.plus(CLOSED_EVERY);
    }

    /** Another gateway may have entered it a moment ago: then it is filed first. */
    private void close(HeldMail mail, Instant now) throws RegisterUnavailableException {
        HoldDecision stands = held.decide(mail, new HoldDecision(ANSWERED, "", "", now));
        if (stands.outcome().equals(ANSWERED)) {
            held.carriedOut(mail);
        }
    }

    private boolean wasAnsweredBefore(Instant then, HeldMail mail) throws RegisterUnavailableException {
        List<Question> asked = questions.about(mail.mailId(), code());
        for (Question question : asked) {
            if (questions
                    .answer(question)
                    .filter(answer -> answer.at().isBefore(then))
                    .isEmpty()) {
                return false;
            }
        }
        return !asked.isEmpty();
    }

    /** A mail that lists what waits. */
    @FunctionalInterface
    private interface Reminder {
        void send() throws RegisterUnavailableException, MessagingException;
    }

    private static void remind(Reminder reminder) throws RegisterUnavailableException, NotToldException {
        try {
            reminder.send();
        } catch (MessagingException e) {
            throw new NotToldException("the reminder of waiting documents or unread mails cannot be queued", e);
        }
    }
}
