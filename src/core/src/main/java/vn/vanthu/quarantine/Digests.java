package vn.vanthu.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.question.Attempts;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The mails that tell of the quarantine. A digest lists what no digest of its reader listed before, in several mails when it
 * is much; time, reader and part are its key, so that it is the same after a crash. One that was missed is sent as soon as the
 * gateway runs again.
 */
final class Digests {

    private static final String TOLD = "told";
    private static final int MOST = 300;

    private final QuarantinedMails quarantine;
    private final Questions questions;
    private final QuarantinePost post;
    private final LiveOrganization organization;
    private final Clock clock;
    private volatile QuarantineTerms terms = QuarantineTerms.USUAL;
    private Instant sent = Instant.MIN;

    Digests(
            QuarantinedMails quarantine,
            Questions questions,
            QuarantinePost post,
            LiveOrganization organization,
            Clock clock) {
        this.quarantine = quarantine;
        this.questions = questions;
        this.post = post;
        this.organization = organization;
        this.clock = clock;
    }

    void at(QuarantineTerms newTerms) {
        terms = newTerms;
    }

    /** Sends what is due; to be called now and then, by one thread at a time. */
    void send() throws RegisterUnavailableException, NotToldException {
        Attempts attempts = new Attempts();
        for (Question question : questions.openWithout(QuarantineFlow.TOPIC, TOLD)) {
            if (!question.requester().isEmpty()) {
                attempts.attempt(() -> tell(question));
            }
        }
        Instant slot = terms.newest(clock.instant(), clock.getZone());
        if (slot.isAfter(sent)) {
            for (Person person : organization.get().people()) {
                attempts.attempt(() -> send(person, slot));
            }
        }
        attempts.end();
        sent = slot;
    }

    private void send(Person person, Instant slot) throws RegisterUnavailableException, NotToldException {
        boolean more = true;
        for (int part = 1; more; part++) {
            more = send(person, slot, part);
        }
    }

    /** Whether there is or was something to list in this part. */
    private boolean send(Person person, Instant slot, int part) throws RegisterUnavailableException, NotToldException {
        String reader = person.address();
        MailId digest = MailId.ofMailName("quarantine digest " + reader + " " + slot + (part == 1 ? "" : " " + part));
        if (!questions.about(digest, QuarantineFlow.TOPIC).isEmpty()) {
            return true;
        }
        List<QuarantinedMail> mails = quarantine.listed(digest);
        if (mails.isEmpty()) {
            mails = quarantine.unlisted(reader, QuarantineReaders.mailboxes(organization.get(), person), slot, MOST);
        }
        if (mails.isEmpty()) {
            return false;
        }
        quarantine.list(digest, reader, mails, slot);
        tell(ask(digest, reader, List.of(reader), mails, slot));
        return true;
    }

    /** It may be answered as long as one of the mails is kept. */
    private Question ask(
            MailId digest, String requester, List<String> readers, List<QuarantinedMail> mails, Instant at)
            throws RegisterUnavailableException {
        Instant end = mails.stream()
                .map(QuarantinedMail::keepUntil)
                .reduce(at.plus(QuarantineFlow.TIME_TO_ANSWER), (one, other) -> one.isAfter(other) ? one : other);
        return questions.ask(new Question(QuarantineFlow.TOPIC, digest, "1", "", requester, readers, at, end, end));
    }

    private void tell(Question question) throws RegisterUnavailableException, NotToldException {
        List<QuarantinedMail> mails = quarantine.listed(question.mailId());
        post.ask(
                question,
                question.asked(),
                DigestText.subject(mails, question.askedAt()),
                DigestText.digest(mails, question.requester()));
        questions.note(question, TOLD, "");
    }

    /** Tells the clerk at once of a mail with a document; done again it is the same mail. */
    void alert(MailId mail, String documents) throws RegisterUnavailableException, NotToldException {
        List<QuarantinedMail> mails = quarantine.of(mail);
        List<String> clerks = QuarantineReaders.clerks(organization.get()).stream()
                .map(Person::address)
                .toList();
        if (mails.isEmpty() || clerks.isEmpty()) {
            return;
        }
        MailId alert = MailId.ofMailName("quarantine alert " + mail);
        quarantine.list(alert, "", mails, mails.get(0).heldAt());
        Question question = ask(alert, "", clerks, mails, mails.get(0).heldAt());
        post.ask(question, question.asked(), DigestText.alertSubject(mails), DigestText.alert(mails, documents));
        questions.note(question, TOLD, "");
    }
}
