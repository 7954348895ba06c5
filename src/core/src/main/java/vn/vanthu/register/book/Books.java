package vn.vanthu.register.book;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * The register books. All methods are safe for many threads and processes; a change is durable when it returns, and all
 * or nothing.
 *
 * <p>The year of a number is that of the local date of arrival while that year's book is open, else the current year. The
 * first number of a year opens its book. A clock more than five minutes behind the newest entry is refused: the register
 * never goes back in time.
 */
public interface Books {

    /** Enters a document under the next number. */
    Registration register(Book book, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException;

    /**
     * Takes the next outgoing number before signing (type, trích yếu, signer are known).
     *
     * @param symbols what follows the number in its code: {@code QĐ-SNgV}, {@code SNgV-VP}; see {@link OutgoingCode}
     * @param lapsesAfter when the number is voided by itself if it was not used
     */
    Entry reserve(DocumentFields fields, String symbols, Duration lapsesAfter, Act act)
            throws BookException, RegisterUnavailableException;

    /**
     * Claims the number that stands in an outgoing document. Numbers that were skipped on the way become reserved.
     *
     * @param fields as read from the document; they fill and overrule those of the reservation
     */
    Claim claim(BookNumber number, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException;

    /**
     * Gives the number of a draft that was sent back to its changed version, of which the entry tells from then on.
     *
     * @param earlier as it was found; when its number went to another mail meanwhile, nothing changes
     */
    Entry revise(Entry earlier, DocumentFields fields, Source source, Act act)
            throws BookException, RegisterUnavailableException;

    /**
     * Changes fields of an entry; the row before is superseded and stays. The act needs a reason.
     *
     * @param change for example {@code fields -> fields.with(Field.SUBJECT, "...")}
     */
    Entry correct(BookNumber number, UnaryOperator<DocumentFields> change, Act act)
            throws BookException, RegisterUnavailableException;

    /** Notes that an entry was handed on or acknowledged (ngày chuyển, ký nhận, nơi nhận): no correction. */
    Entry complete(BookNumber number, UnaryOperator<DocumentFields> change, Act act)
            throws BookException, RegisterUnavailableException;

    /** Voids a number: it stays visible and is never given again. The act needs a reason. */
    Entry voidNumber(BookNumber number, Act act) throws BookException, RegisterUnavailableException;

    /**
     * Voids every reservation that is over.
     *
     * @return those that lapsed in the last two days, also before a restart, so that their owners can be told
     */
    List<Lapsed> lapse() throws RegisterUnavailableException;

    /** Closes a year's book: it takes no new number. Corrections stay possible. */
    void close(Book book, int year, Act act) throws BookException, RegisterUnavailableException;

    /** The number as it stands now. */
    Optional<Entry> find(BookNumber number) throws RegisterUnavailableException;

    /** Puts a document before the clerk, once ({@code van_ban_cho_dang_ky}). */
    void await(WaitingDocument document) throws RegisterUnavailableException;

    /** Says what the clerk decided about a waiting document; the first decision stands. */
    void decided(WaitingDocument document, WaitingDocument.State state, String login)
            throws RegisterUnavailableException;
}
