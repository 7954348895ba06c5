package vn.vanthu.james.relay;

/**
 * What one try gave for one recipient.
 *
 * @param host name and address of the server that said it; empty when none was reached
 * @param reply the server's reply, or why it was not reached
 */
record RecipientResult(String recipient, Kind kind, String host, String reply) {

    enum Kind {
        /** The server took the mail: its 250 to the end of DATA. */
        RELAYED,
        /** 4xx, no connection, no answer: try again. */
        FAILED_FOR_NOW,
        /** 5xx: no use. */
        REFUSED
    }

    /** The RFC 3463 status for a non-delivery notice. */
    String status() {
        java.util.regex.Matcher code = java.util.regex.Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b")
                .matcher(reply);
        return code.find() ? code.group(1) : kind == Kind.REFUSED ? "5.0.0" : "4.4.7";
    }
}
