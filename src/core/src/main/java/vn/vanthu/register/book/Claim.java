package vn.vanthu.register.book;

import vn.vanthu.decision.Reason;

/** What became of the number that stands in an outgoing document. */
public sealed interface Claim {

    /** The number is this document's from now on. */
    record Claimed(Entry entry) implements Claim {}

    /** The same document had this number already: a further sending of the same entry. */
    record SentAgain(Entry entry) implements Claim {}

    /** The mail is held and the clerk is asked: the number is taken, voided, or cannot be right. */
    record Refused(Reason reason) implements Claim {}
}
