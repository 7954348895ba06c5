package vn.vanthu.register.book;

/** What became of a document that came in. */
public sealed interface Arrival {

    /** The entry of the incoming book that it stands under. */
    Entry entry();

    /** It got the next number. */
    record Entered(Entry entry) implements Arrival {}

    /** It is in the book already (same số, ký hiệu, tác giả and year, or same content): noted there, no second number. */
    record CameAgain(Entry entry) implements Arrival {}
}
