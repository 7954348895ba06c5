package vn.vanthu.quarantine;

/**
 * Something in a mail that may do harm: with it even a mail that carries a document is kept back.
 *
 * @param what in Vietnamese, as people are told
 */
public record Danger(Kind kind, String what) {

    /** The stable codes follow from the names. */
    public enum Kind {
        VIRUS,
        PROGRAM,
        SCRIPT,
        MACRO,
        /** Of a type that is not on the list of those that offices exchange. */
        TYPE
    }
}
