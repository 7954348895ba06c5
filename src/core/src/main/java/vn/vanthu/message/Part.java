package vn.vanthu.message;

import java.util.List;

/**
 * A part of a message (RFC 2045), or the message itself.
 *
 * @param path its place: {@code 1} is the message, {@code 1.2} its second part, {@code 1.2.1} the message inside of that
 * @param fields of its own header
 * @param mediaType lower case, as the content was taken apart; {@code text/plain} when nothing is declared
 * @param charset as declared, lower case; empty when nothing is declared
 * @param transferEncoding as declared, lower case; {@code 7bit} when nothing is declared
 * @param fileName decoded, on one line, otherwise as the sender wrote it: no safe name for a disk; empty for none
 * @param attachment whether it is declared to be shown apart from the text
 */
public record Part(
        String path,
        List<HeaderField> fields,
        String mediaType,
        String charset,
        String transferEncoding,
        String fileName,
        boolean attachment) {

    public Part {
        fields = List.copyOf(fields);
    }

    /** How many parts this one is inside of. */
    public int depth() {
        return (int) path.chars().filter(character -> character == '.').count();
    }

    /** Whether the decoded content is text in some encoding, and meant to be read as the message itself. */
    public boolean isText() {
        return mediaType.startsWith("text/") && !attachment && fileName.isEmpty();
    }
}
