package vn.vanthu.message;

/**
 * What proves that a message is the same: its hash and size.
 *
 * @param sha256 lower case hex
 * @param size in bytes
 */
public record Fingerprint(String sha256, long size) {

    public Fingerprint {
        if (!sha256.matches("[0-9a-f]{64}") || size < 0) {
            throw new IllegalArgumentException("not a SHA-256 and a size: " + sha256 + ", " + size);
        }
    }
}
