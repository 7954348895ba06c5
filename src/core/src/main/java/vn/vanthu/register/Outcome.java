package vn.vanthu.register;

/** What became of a mail for one recipient ({@code ket_qua}). */
public enum Outcome {
    PENDING(false),
    DELIVERED(true),
    RELAYED(true),
    BOUNCED(true),
    REFUSED(true),
    HELD(false),
    QUARANTINED(false);

    private final boolean settled;

    Outcome(boolean settled) {
        this.settled = settled;
    }

    /** Whether nothing more happens to the mail for this recipient. */
    public boolean isSettled() {
        return settled;
    }

    /** The name in the register: lower case English. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
