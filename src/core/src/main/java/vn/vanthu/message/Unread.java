package vn.vanthu.message;

/** Why not all of a message could be read with certainty. What is unread is never clean. */
public enum Unread {
    /** Parts in parts, deeper than the limit: the deepest is given as one piece. */
    TOO_DEEP,
    /** More parts than the limit: the rest was not read. */
    TOO_MANY_PARTS,
    /** The headers of the parts are larger than the limit: the rest was not read. */
    HEADERS_TOO_LONG,
    /** The structure could not be followed: the rest was not read. */
    BROKEN,
    /** A content that is encoded in a way that is not known: it is given as it stands. */
    UNKNOWN_ENCODING,
    /** An encoded content that breaks the rules of its encoding: other readers may decode other bytes. */
    MALFORMED_ENCODING,
    /** Content fields that contradict each other or what is there: other readers may see another content. */
    AMBIGUOUS
}
