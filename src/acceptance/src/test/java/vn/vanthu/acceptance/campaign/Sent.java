package vn.vanthu.acceptance.campaign;

/**
 * A mail of the campaign.
 *
 * @param token stands in its Subject and nowhere else
 * @param accepted whether it was answered with 250; else it may have arrived or not
 */
record Sent(Kind kind, String token, boolean accepted) {}
