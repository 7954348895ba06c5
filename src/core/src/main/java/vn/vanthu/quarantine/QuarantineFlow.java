package vn.vanthu.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.quarantine.QuarantinedMails.Handled;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.Teacher;
import vn.vanthu.spam.Teacher.Taught;
import vn.vanthu.spam.learn.Kind;

/**
 * The topic of the digests. Their questions are never closed by an answer: a mail may be released today and another one
 * tomorrow. Each step has a key of its own, so that it may be taken again.
 */
public final class QuarantineFlow implements Topic {

    /** The topic's code. */
    public static final String TOPIC = "quarantine";

    private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);
    /** How long a reader has to answer a digest, however late it comes. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(3);

    private final QuarantinedMails quarantine;
    private final HeldMails held;
    private final Questions questions;
    private final QuarantinePost post;
    private final Teacher teacher;
    private final Digests digests;
    private final Clock clock;
    private Instant expired = Instant.MIN;

    public QuarantineFlow(
            QuarantinedMails quarantine,
            HeldMails held,
            Questions questions,
            QuarantinePost post,
            Teacher teacher,
            LiveOrganization organization,
            Clock clock) {
        this.quarantine = quarantine;
        this.held = held;
        this.questions = questions;
        this.post = post;
        this.teacher = teacher;
        this.digests = new Digests(quarantine, questions, post, organization, clock);
        this.clock = clock;
    }

    /** When digests are sent from now on. */
    public void at(QuarantineTerms terms) {
        digests.at(terms);
    }

    /** Tells the clerk at once of a mail with a document; done again it is the same mail. */
    public boolean alert(MailId mail, String documents) throws RegisterUnavailableException, NotToldException {
        return digests.alert(mail, documents);
    }

    /** Releases a mail to its mailbox, once, whoever asks; the release that stands. */
    Handled release(QuarantinedMail mail, String login, Instant at) throws RegisterUnavailableException {
        quarantine.note(mail, QuarantinedMails.RELEASED, login, at);
        return quarantine.release(mail).orElseThrow();
    }

    /**
     * Queues a released mail and learns from it; what cannot be queued now is queued by {@link #resume}.
     *
     * @return empty when it was not queued: the gateway that has its bytes does that
     */
    Optional<Taught> carryOut(Handled release) throws RegisterUnavailableException, NotToldException {
        Optional<HeldMail> mail = bytesOf(release.mail());
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        post.release(mail.get(), release.mail().mailbox());
        Taught taught = teach(mail.get(), Kind.HAM, release.login(), release.at());
        quarantine.note(release.mail(), QuarantinedMails.QUEUED, release.login(), clock.instant());
        return Optional.of(taught);
    }

    /** Learns that a mail is spam. */
    Optional<Taught> report(QuarantinedMail mail, String login, Instant at) throws RegisterUnavailableException {
        quarantine.note(mail, QuarantinedMails.REPORTED, login, at);
        return bytesOf(mail).map(found -> teach(found, Kind.SPAM, login, at));
    }

    /** Whether nothing can be released any more: its time is over, or it was sent before a restore. */
    boolean isOver(QuarantinedMail mail) throws RegisterUnavailableException {
        Optional<HeldMail> found = held.find(mail.mailId(), Purpose.QUARANTINE);
        return found.isEmpty() || held.decision(found.get()).isPresent();
    }

    /** The hold, when this gateway has its bytes and may let them go. */
    private Optional<HeldMail> bytesOf(QuarantinedMail mail) throws RegisterUnavailableException {
        Optional<HeldMail> found = held.find(mail.mailId(), Purpose.QUARANTINE);
        return found.isPresent() && held.isHere(found.get()) && !isOver(mail) ? found : Optional.empty();
    }

    private Taught teach(HeldMail mail, Kind kind, String login, Instant at) {
        try (InputStream content = held.content(mail)) {
            return teacher.teach(content.readAllBytes(), mail.mailId(), kind, login, at);
        } catch (IOException e) {
            return Taught.FAILED;
        }
    }

    List<QuarantinedMail> listed(Question question) throws RegisterUnavailableException {
        return quarantine.listed(question.mailId());
    }

    @Override
    public String code() {
        return TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) {
        return List.of(new ReleaseReply(this), new ReportReply(this));
    }

    @Override
    public void remind(Question question) {
        // a digest asks for nothing
    }

    @Override
    public void expire(Question question) throws RegisterUnavailableException {
        questions.close(question, new Answered("expired", "", "", "", clock.instant()));
    }

    @Override
    public void resume() throws RegisterUnavailableException, NotToldException {
        Attempts attempts = new Attempts();
        for (Handled release : quarantine.unsent()) {
            attempts.attempt(() -> carryOut(release));
        }
        Instant now = clock.instant();
        if (expired.isBefore(now.minus(EXPIRE_EVERY))) {
            expireOld(now);
            expired = now;
        }
        attempts.attempt(digests::send);
        attempts.end();
    }

    private void expireOld(Instant now) throws RegisterUnavailableException {
        List<QuarantinedMail> over = quarantine.over(now, now.minus(TIME_TO_ANSWER));
        while (!over.isEmpty()) {
            for (QuarantinedMail mail : over) {
                quarantine.note(mail, QuarantinedMails.EXPIRED, "", now);
            }
            over = quarantine.over(now, now.minus(TIME_TO_ANSWER));
        }
        for (HeldMail mail : held.over(Purpose.QUARANTINE)) {
            if (!quarantine.isWaiting(mail.mailId())) {
                held.decide(mail, new HoldDecision("expired", "", "", now));
                held.carriedOut(mail);
            }
        }
    }
}
