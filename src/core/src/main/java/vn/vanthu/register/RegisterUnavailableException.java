package vn.vanthu.register;

/** The register cannot be read or written now. It may pass: nothing was written, and the call can be made again. */
public final class RegisterUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public RegisterUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
