package vn.vanthu.documents;

import java.time.Duration;

/**
 * How far the reading of one mail goes. What lies beyond is unread.
 *
 * @param depth of files in files
 * @param files in all, those in archives too
 * @param bytes unpacked in all
 * @param fileBytes of one file
 * @param time in all; a client waits some five minutes at the end of DATA
 * @param scannedPages pages of one file whose letters are recognised
 */
public record Limits(int depth, int files, long bytes, long fileBytes, Duration time, int scannedPages) {

    /** More than any honest mail needs. */
    public static final Limits USUAL = new Limits(10, 10_000, 1L << 30, 256L << 20, Duration.ofSeconds(150), 40);

    public Limits withTime(Duration other) {
        return new Limits(depth, files, bytes, fileBytes, other, scannedPages);
    }
}
