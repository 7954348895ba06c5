package vn.vanthu.message.text.office;

/** A file that cannot be read, or only at too high a price. It never leaves the package. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
        super(reason);
    }

    UnreadableException(Exception cause) {
        super(cause);
    }
}
