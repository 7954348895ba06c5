package vn.vanthu.approval.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.OutgoingCode;
import vn.vanthu.register.book.Source;
import vn.vanthu.text.Unaccented;

/** The numbers that stand in outgoing documents: claimed when the mail is held, entered for good when it is released. */
public final class OutgoingNumbers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String NUMBER = "number-";

    private final Books books;
    private final HeldMails mails;
    private final LiveOrganization organization;
    private final Clock clock;

    public OutgoingNumbers(Books books, HeldMails mails, LiveOrganization organization, Clock clock) {
        this.books = books;
        this.mails = mails;
        this.organization = organization;
        this.clock = clock;
    }

    /** Whether the document should bear a number of our outgoing book: ours, signed, no draft. */
    public boolean bearsOurNumber(OfficialDocument document) {
        return bearsOurNumber(document, organization.get());
    }

    static boolean bearsOurNumber(OfficialDocument document, Organization organization) {
        String ours = Unaccented.words(organization.agency().symbol());
        String code = Unaccented.words(document.fields().get(Field.CODE));
        return !document.draft() && List.of(code.split("[^a-z0-9]+")).contains(ours);
    }

    /**
     * Claims the number of each document for a mail that is held.
     *
     * @return what is wrong with a number, in Vietnamese; empty when every one is claimed
     */
    public List<String> claim(HeldMail held, List<OfficialDocument> documents, List<ReadPart> parts)
            throws RegisterUnavailableException {
        Bearer bearer = new Bearer(
                held.mailId(),
                held.mailbox(),
                held.submission().login(),
                held.submission().receivedAt());
        return claim(
                bearer,
                documents,
                parts,
                (number, code) -> mails.note(held, NUMBER + number.year() + "-" + number.number(), code));
    }

    /**
     * A mail with documents.
     *
     * @param mailbox in whose name it goes
     */
    public record Bearer(MailId mailId, String mailbox, String login, Instant receivedAt) {}

    /**
     * Enters the documents of a mail that leaves at once because a leader sends it himself.
     *
     * @return what is wrong with a number, in Vietnamese: then it must not leave; what was claimed stays claimed for it
     */
    public List<String> enter(Bearer leaders, List<OfficialDocument> documents, List<ReadPart> parts)
            throws RegisterUnavailableException {
        List<BookNumber> numbers = new ArrayList<>();
        List<String> problems =
                new ArrayList<>(claim(leaders, documents, parts, (number, code) -> numbers.add(number)));
        for (BookNumber number : problems.isEmpty() ? numbers : List.<BookNumber>of()) {
            complete(number, leaders.login(), leaders.mailId()).ifPresent(problems::add);
        }
        return problems;
    }

    @FunctionalInterface
    private interface Claimed {
        void claimed(BookNumber number, String code) throws RegisterUnavailableException;
    }

    private List<String> claim(Bearer bearer, List<OfficialDocument> documents, List<ReadPart> parts, Claimed claimed)
            throws RegisterUnavailableException {
        List<String> problems = new ArrayList<>();
        for (OfficialDocument document : documents) {
            if (bearsOurNumber(document)) {
                claim(bearer, document, hashOf(document, parts), claimed).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static String hashOf(OfficialDocument document, List<ReadPart> parts) {
        return parts.stream()
                .filter(part -> part.path().equals(document.part()))
                .map(ReadPart::sha256)
                .findFirst()
                .orElse("");
    }

    private Optional<String> claim(Bearer bearer, OfficialDocument document, String sha256, Claimed claimed)
            throws RegisterUnavailableException {
        String code = document.fields().get(Field.CODE);
        Optional<BookNumber> read = numberOf(document, bearer.receivedAt());
        if (read.isEmpty()) {
            return Optional.of("Không đọc được số trong \"" + code + "\".");
        }
        BookNumber wanted = read.get();
        Source source = new Source(
                bearer.receivedAt(), bearer.mailbox(), bearer.mailId().value(), sha256);
        Act act = Act.by(bearer.login(), "claim:" + bearer.mailId() + ":" + document.part());
        try {
            Optional<Entry> earlier = earlierVersion(wanted, bearer.login());
            if (earlier.isPresent()) {
                books.revise(earlier.get(), document.fields(), source, act);
            } else if (books.claim(wanted, document.fields(), source, act) instanceof Claim.Refused refused) {
                return Optional.of(refused.reason().text());
            }
            claimed.claimed(wanted, code);
            return Optional.empty();
        } catch (BookException e) {
            return Optional.of(e.reason().text());
        }
    }

    /** Empty when no number can be read. */
    private static Optional<BookNumber> numberOf(OfficialDocument document, Instant receivedAt) {
        int number = OutgoingCode.numberIn(document.fields().get(Field.CODE));
        LocalDate day = document.fields().date(Field.ISSUED_ON).orElseGet(() -> LocalDate.ofInstant(receivedAt, ZONE));
        return number == 0 ? Optional.empty() : Optional.of(new BookNumber(Book.OUTGOING, day.getYear(), number));
    }

    /** A draft that was sent back comes again, changed, from the same person, under its number. */
    private Optional<Entry> earlierVersion(BookNumber number, String login) throws RegisterUnavailableException {
        Optional<Entry> entry = claimed(number);
        Optional<HeldMail> before = bearer(entry, login);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return mails.decision(before.get())
                .filter(decision -> !decision.outcome().equals(ApprovalFlow.RELEASED))
                .flatMap(sentBack -> entry);
    }

    /** The same person's other mails that claimed a number which stands in these documents, and did not leave. */
    public List<HeldMail> waiting(HeldMail held, List<OfficialDocument> documents) throws RegisterUnavailableException {
        List<HeldMail> waiting = new ArrayList<>();
        for (OfficialDocument document : documents) {
            Optional<BookNumber> number = numberOf(document, held.submission().receivedAt());
            if (bearsOurNumber(document) && number.isPresent()) {
                bearer(claimed(number.get()), held.submission().login())
                        .filter(other -> !other.mailId().equals(held.mailId()))
                        .ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    private Optional<Entry> claimed(BookNumber number) throws RegisterUnavailableException {
        return books.find(number)
                .filter(found -> found.state() == Entry.State.REGISTERED)
                .filter(found -> MailId.isMailId(found.mailId()))
                .filter(found -> found.fields().get(Field.APPROVER).isEmpty());
    }

    private Optional<HeldMail> bearer(Optional<Entry> entry, String login) throws RegisterUnavailableException {
        return entry.isEmpty()
                ? Optional.empty()
                : mails.find(new MailId(entry.get().mailId()), Purpose.APPROVAL)
                        .filter(mail -> mail.submission().login().equals(login));
    }

    /** Notes in the book that the documents of a mail left, and by whose approval. */
    void enter(HeldMail held, String approver) throws RegisterUnavailableException {
        for (String step : mails.steps(held, NUMBER)) {
            String[] parts = step.substring(NUMBER.length()).split("-");
            BookNumber number = new BookNumber(Book.OUTGOING, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            Optional<String> problem = complete(number, approver, held.mailId());
            if (problem.isPresent()) {
                // The clerk voided the number in the meantime: the book says so, and the mail was approved.
                mails.note(held, "not-entered-" + number.number(), problem.get());
            }
        }
    }

    private Optional<String> complete(BookNumber number, String approver, MailId mail)
            throws RegisterUnavailableException {
        String today = LocalDate.ofInstant(clock.instant(), ZONE).toString();
        try {
            books.complete(
                    number,
                    fields -> fields.with(Field.APPROVER, approver).with(Field.TRANSFERRED_ON, today),
                    Act.by(approver, "release:" + mail + ":" + number.number()));
            return Optional.empty();
        } catch (BookException e) {
            return Optional.of(e.reason().text());
        }
    }
}
