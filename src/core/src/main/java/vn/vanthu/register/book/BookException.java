package vn.vanthu.register.book;

import vn.vanthu.decision.Reason;

/** A book refuses a change; nothing was written. The reason's text tells the person what to do. */
public final class BookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public BookException(String code, String text) {
        super(text);
        this.reason = Reason.of(code, "Nghị định 30/2020/NĐ-CP", text);
    }

    public Reason reason() {
        return reason;
    }
}
