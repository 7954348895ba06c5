package vn.vanthu.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read of one part of a message: a body, an attachment, a file in an archive, a picture in a document.
 *
 * @param path its place, as {@link vn.vanthu.message.Part#path}; inside an archive or file {@code 1.2/folder/name.pdf}
 * @param fileName decoded, on one line; empty for none
 * @param mediaType what it is by its content, whatever was declared
 * @param origin how it came to be text
 * @param unread why it, or some of it, could not be read: {@code encrypted}, {@code too-deep}, {@code too-large},
 *     {@code too-many-parts}, {@code time-out}, {@code broken}, {@code no-ocr}, {@code image-without-text},
 *     {@code unknown-type}, {@code unsupported}, {@code ambiguous}; empty when all of it was
 * @param body whether it is the text of the mail itself, not an attachment
 * @param digitallySigned whether it carries a digital signature (PDF, DOCX, S/MIME)
 * @param pageCount pages of the original; 0 when it has none or they are not known
 * @param sha256 of the part's decoded bytes, lower case hex
 */
public record ReadPart(
        String path,
        String fileName,
        String mediaType,
        Origin origin,
        String unread,
        boolean body,
        boolean digitallySigned,
        int pageCount,
        String sha256,
        List<Page> pages) {

    /** How a content came to be text. */
    public enum Origin {
        /** It holds text: a body, an Office file, a PDF with a text layer. */
        TEXT,
        /** Letters were recognised in a picture of it (OCR). */
        SCAN,
        /** It holds none that could be read. */
        NONE
    }

    public ReadPart {
        pages = List.copyOf(pages);
    }

    /** Whether it, or some of it, could not be read. */
    public boolean isUnread() {
        return !unread.isEmpty();
    }

    /** All lines, one below the other. */
    public String text() {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }
}
