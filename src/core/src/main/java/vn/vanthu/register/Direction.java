package vn.vanthu.register;

/** Which way a mail goes, with the stable name that stands in the register ({@code chieu}). */
public enum Direction {
    /** From outside to us (thư đến). */
    INCOMING("den"),
    /** From us, to at least one recipient outside (thư đi). */
    OUTGOING("di"),
    /** From us, to our own people only (nội bộ). */
    INTERNAL("noi_bo");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
