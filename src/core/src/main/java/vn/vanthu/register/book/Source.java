package vn.vanthu.register.book;

import java.time.Instant;

/**
 * Where a document came from.
 *
 * @param arrivedAt when the mail was accepted, or the paper handed over; its local date is ngày đến
 * @param mailbox the mailbox that it came to; empty for paper
 * @param mailId the mail's id; empty for paper
 * @param sha256 of the document's bytes, lower case hex; empty for paper
 */
public record Source(Instant arrivedAt, String mailbox, String mailId, String sha256) {

    public static Source paper(Instant arrivedAt) {
        return new Source(arrivedAt, "", "", "");
    }
}
