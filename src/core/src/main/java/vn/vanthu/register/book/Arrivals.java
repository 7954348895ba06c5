package vn.vanthu.register.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

/** Documents that come in by mail, and their place in the incoming book. Safe for many threads and processes. */
public interface Arrivals {

    /** Enters a document under the next number, unless it is in the book already: then the further arrival is noted. */
    Arrival arrive(DocumentFields fields, Source source, Act act) throws BookException, RegisterUnavailableException;

    /** What {@link #arrive} returned for an act with this key; empty when it was never done. */
    Optional<Arrival> arrived(String actKey) throws RegisterUnavailableException;

    /** The entries, of both books, that a mail brought or carried; as they stand now, without voided ones. */
    List<Entry> entriesOf(MailId mail) throws RegisterUnavailableException;

    /**
     * How many incoming documents a login entered on a day for mails from senders of a domain.
     *
     * @param login {@link Act#login}
     * @param senderDomain of the address in From, lower case
     * @param day on which the mails arrived
     */
    int enteredBy(String login, String senderDomain, LocalDate day) throws RegisterUnavailableException;

    /** What was put before the clerk under this key, whether it waits still or not. */
    Optional<WaitingDocument> waited(MailId mail, String document) throws RegisterUnavailableException;

    /** The documents that still wait for the clerk, the oldest first. */
    List<WaitingDocument> waiting() throws RegisterUnavailableException;
}
