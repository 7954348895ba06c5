package vn.vanthu.acceptance.campaign;

/**
 * A mail of the campaign.
 *
 * @param token stands in its Subject and nowhere else
 * @param message as it went after DATA
 * @param accepted whether it was answered with 250; else it may have arrived or not
 */
record Sent(Kind kind, String token, byte[] message, boolean accepted) {

    @Override
    public String toString() {
        return kind + " " + token + (accepted ? "" : " (not accepted)");
    }
}
