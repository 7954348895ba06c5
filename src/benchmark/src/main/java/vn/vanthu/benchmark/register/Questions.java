package vn.vanthu.benchmark.register;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.BookFilter;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.audit.MailFilter;
import vn.vanthu.register.audit.ReportWriter;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;

/** What auditors ask, each time about something else, through the code of {@code ./vanthu audit}. */
final class Questions {

    static final int COUNT = 12;

    private static final int ROWS = 50;

    private final int mails;
    private final int repeats;
    private final Random random = new Random(30);

    /**
     * @param mails the number that the register was filled with
     * @param repeats how often each is asked; less often when it takes seconds
     */
    Questions(int mails, int repeats) {
        this.mails = mails;
        this.repeats = repeats;
    }

    @FunctionalInterface
    private interface Question {
        void ask(AuditDatabase audit, ReportWriter to) throws Exception;
    }

    Map<String, Timing> measure(AuditDatabase audit) throws Exception {
        Map<String, Timing> times = new LinkedHashMap<>();
        for (Map.Entry<String, Question> question : all().entrySet()) {
            times.put(question.getKey(), Timing.of(() -> ask(audit, question.getValue()), repeats));
        }
        return times;
    }

    private Map<String, Question> all() {
        Map<String, Question> all = new LinkedHashMap<>();
        all.put("newest 50 mails", (audit, to) -> audit.mail(newest(), to));
        all.put("newest 50 from an address", (audit, to) -> audit.mail(newest().from(sender()), to));
        all.put("newest 50 to an address", (audit, to) -> audit.mail(newest().to(recipient()), to));
        all.put("newest 50 held mails", (audit, to) -> audit.mail(newest().decision(Verdict.HOLD), to));
        all.put("history of a mail", (audit, to) -> audit.trail(Filling.mailId(random.nextInt(mails)), to));
        all.put("a number", (audit, to) -> audit.book(aNumber(), to));
        all.put("history of a number", (audit, to) -> audit.trail(bookNumber(), to));
        all.put("a month's book", this::month);
        all.put("words in the trích yếu, a year's book", (audit, to) -> audit.book(wordsOfADocument(), to));
        all.put("newest 50 mails with common words", (audit, to) -> audit.mail(newest().containing("cong vu"), to));
        all.put("mails with rare words", (audit, to) -> audit.mail(newest().containing(file()), to));
        all.put("rare words in everything", (audit, to) -> audit.search(file(), ROWS, to));
        return all;
    }

    private static void ask(AuditDatabase audit, Question question) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        question.ask(audit, Format.JSON.writer(answer));
        if (answer.size() == 0) {
            throw new IllegalStateException("a question without an answer measures nothing");
        }
    }

    /** Not always the same limit: the embedded database answers the same statement from memory. */
    private MailFilter newest() {
        return MailFilter.newest(ROWS + random.nextInt(5));
    }

    private String sender() {
        return "nguoi" + random.nextInt(Math.min(mails, Filling.SENDERS)) + "@x.vn";
    }

    private String recipient() {
        return "canbo" + random.nextInt(Filling.STAFF) + "@so.vn";
    }

    private BookFilter aNumber() {
        BookNumber any = bookNumber();
        return BookFilter.of(Book.INCOMING, any.year()).number(any.number());
    }

    /** Words that one document of a year has, and that year. */
    private BookFilter wordsOfADocument() {
        int mail = random.nextInt(mails / Filling.MAILS_A_DOCUMENT) * Filling.MAILS_A_DOCUMENT;
        int year = Filling.receivedAt(mail, mails).getYear();
        return BookFilter.of(Book.INCOMING, year).containing("hồ sơ " + mail);
    }

    /** Of some document; the last year may be a short one. */
    private BookNumber bookNumber() {
        int document = random.nextInt(mails / Filling.MAILS_A_DOCUMENT);
        int year =
                Filling.receivedAt(document * Filling.MAILS_A_DOCUMENT, mails).getYear();
        return new BookNumber(Book.INCOMING, year, document % Filling.DOCUMENTS_A_YEAR + 1);
    }

    /** Words that stand in one document. */
    private String file() {
        return "hồ sơ " + random.nextInt(mails / Filling.MAILS_A_DOCUMENT) * Filling.MAILS_A_DOCUMENT;
    }

    private void month(AuditDatabase audit, ReportWriter to) throws Exception {
        LocalDate first =
                Filling.receivedAt(random.nextInt(mails), mails).toLocalDate().withDayOfMonth(1);
        audit.book(
                BookFilter.of(Book.INCOMING, first.getYear())
                        .since(first)
                        .until(first.plusMonths(1).minusDays(1)),
                to);
    }
}
