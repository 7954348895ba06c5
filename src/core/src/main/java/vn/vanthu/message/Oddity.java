package vn.vanthu.message;

/** Something about a message that readers may understand differently, or that hides a part of it from us. */
public enum Oddity {
    /** The header is longer than the limit: fields after it were not read. A gate must not trust what it sees. */
    HEADER_TOO_LONG,
    /** There is no empty line after the header. */
    NO_HEADER_END,
    /** A line of the header is neither a field nor the continuation of one. */
    MALFORMED_LINE,
    /** A CR without LF in the header: some readers take it as the end of a line. */
    BARE_CR,
    /** A NUL byte in the header. */
    NUL,
    /** Bytes above 127 in the header that nothing declares. */
    EIGHT_BIT,
    /** A field that may be there once is there several times (From, Sender, Subject, Date, Message-ID, To...). */
    REPEATED_FIELD
}
