package vn.vanthu.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Whether this part lists something now, so that there may be more. */
    private boolean send(Person person, Instant slot, int part) throws RegisterUnavailableException, NotToldException {
        String reader = person.address();
        MailId digest = MailId.ofMailName("quarantine digest " + reader + " " + slot + (part == 1 ? "" : " " + part));
        if (!questions.about(digest, QuarantineFlow.TOPIC).isEmpty()) {
            return !quarantine.listed(digest).isEmpty();
        }
        List<QuarantinedMail> mails = unlisted(person, slot);
        return !mails.isEmpty() && tell(ask(digest, reader, List.of(reader), mails, slot));
    }

    private List<QuarantinedMail> unlisted(Person person, Instant slot) throws RegisterUnavailableException {
        return quarantine.unlisted(
                person.address(), QuarantineReaders.mailboxes(organization.get(), person), slot, MOST);
    }

    /** It may be answered as long as one of the mails is kept. */
    private Question ask(MailId digest, String requester, List<String> readers, List<QuarantinedMail> mails, Instant at)
            throws RegisterUnavailableException {
        Instant end = mails.stream()
                .map(QuarantinedMail::keepUntil)
                .reduce(at.plus(QuarantineFlow.TIME_TO_ANSWER), (one, other) -> one.isAfter(other) ? one : other);
        return questions.ask(new Question(QuarantineFlow.TOPIC, digest, "1", "", requester, readers, at, end, end));
    }

    private boolean tell(Question question) throws RegisterUnavailableException, NotToldException {
        if (!isOurs(question)) {
            return false;
        }
        List<QuarantinedMail> mails = listed(question);
        if (mails.isEmpty()) {
            questions.note(question, TOLD, "");
            return false;
        }
        tell(question, DigestText.subject(mails, question.askedAt()), DigestText.digest(mails, question.requester()));
        return true;
    }

    private void tell(Question question, String subject, String text)
            throws RegisterUnavailableException, NotToldException {
        post.ask(question, question.asked(), subject, text);
        questions.note(question, TOLD, "");
    }

    /** Of two gateways only the one that asked first can make the key that answers it; it tells, also after a crash. */
    private boolean isOurs(Question question) throws RegisterUnavailableException {
        return questions.find(questions.keyOf(question)).isPresent();
    }

    /** What it lists. Only who asked writes that down: two gateways may see different mails at the same time. */
    private List<QuarantinedMail> listed(Question question) throws RegisterUnavailableException {
        List<QuarantinedMail> before = quarantine.listed(question.mailId());
        Optional<Person> reader = organization.get().person(question.requester());
        if (!before.isEmpty() || reader.isEmpty()) {
            return before;
        }
        List<QuarantinedMail> mails = unlisted(reader.get(), question.askedAt());
        quarantine.list(question.mailId(), question.requester(), mails, question.askedAt());
        return mails;
    }

    /** Tells the clerk at once of a mail with a document; done again it is the same mail. False when nobody is there to tell. */
    boolean alert(MailId mail, String documents) throws RegisterUnavailableException, NotToldException {
        List<QuarantinedMail> mails = quarantine.of(mail);
        List<String> clerks = QuarantineReaders.clerks(organization.get()).stream()
                .map(Person::address)
                .toList();
        if (mails.isEmpty() || clerks.isEmpty()) {
            return false;
        }
        MailId alert = MailId.ofMailName("quarantine alert " + mail);
        quarantine.list(alert, "", mails, mails.get(0).heldAt());
        Question question = ask(alert, "", clerks, mails, mails.get(0).heldAt());
        if (isOurs(question)) {
            tell(question, DigestText.alertSubject(mails), DigestText.alert(mails, documents));
        }
        return true;
    }
}
