package vn.vanthu.server.backup;

/** A backup or restore that cannot be done; the message says what to do. Nothing is left half-done. */
public final class BackupException extends Exception {

    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }
}
