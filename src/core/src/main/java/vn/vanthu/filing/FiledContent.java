package vn.vanthu.filing;

import vn.vanthu.register.book.BookNumber;

/**
 * A file of the archive, as the register knows it.
 *
 * @param number of the document
 * @param mailId of the mail that brought it
 * @param path relative to the archive, with {@code /}
 * @param name as the sender called it; empty for the message and the sheet
 * @param size in bytes
 * @param sha256 lower case hex
 */
public record FiledContent(
        BookNumber number, String mailId, Kind kind, String path, String name, long size, String sha256) {

    /** What it is. */
    public enum Kind {
        /** The whole mail (RFC 5322). */
        MESSAGE("message"),
        ATTACHMENT("attachment"),
        /** All fields, to be read and printed. */
        SHEET("sheet");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Kind ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such kind of content: " + code);
        }
    }
}
