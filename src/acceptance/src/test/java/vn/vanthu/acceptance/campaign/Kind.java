package vn.vanthu.acceptance.campaign;

/** The sorts of mail in the campaign's traffic. */
enum Kind {
    /** From outside to a person. */
    PERSONAL_IN,
    /** The same, written in TCVN3. */
    LEGACY_IN,
    /** Advertising. */
    SPAM_IN,
    /** A signed document of a partner agency, to the agency. */
    DOCUMENT_IN,
    /** From a person to the outside. */
    PERSONAL_OUT,
    /** From a person to an address outside that does not exist: comes back. */
    BOUNCED_OUT,
    /** In the agency's name: held until the Director decides. */
    OFFICIAL_OUT;

    boolean isIncoming() {
        return ordinal() <= DOCUMENT_IN.ordinal();
    }
}
