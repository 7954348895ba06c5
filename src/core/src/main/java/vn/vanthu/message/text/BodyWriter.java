package vn.vanthu.message.text;

import java.nio.charset.StandardCharsets;

/** Writes a text part anew in UTF-8, with the header fields that say so. */
final class BodyWriter {

    /** RFC 5321, section 4.5.3.1.6, without the line break. */
    private static final int LONGEST_LINE = 998;

    private BodyWriter() {}

    static void write(Edits edits, RawPart part, Parameters type, String encoding, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String newEncoding = choose(utf8, encoding);
        writeCharset(edits, part, type);
        writeEncoding(edits, part, encoding, newEncoding);
        edits.replace(part.bodyStart(), part.end(), encode(utf8, newEncoding, part));
    }

    /** What the sender used, as far as it still holds; 8-bit text may meet a server that is not 8-bit clean. */
    private static String choose(byte[] utf8, String encoding) {
        if (encoding.equals("base64") || encoding.equals("quoted-printable")) {
            return encoding;
        }
        int high = 0;
        int line = 0;
        int longest = 0;
        for (byte b : utf8) {
            high += b < 0 ? 1 : 0;
            line = b == '\n' ? 0 : line + 1;
            longest = Math.max(longest, line);
        }
        if (high == 0 && longest <= LONGEST_LINE) {
            return encoding.isEmpty() ? "" : "7bit";
        }
        return high > utf8.length / 6 ? "base64" : "quoted-printable";
    }

    private static String encode(byte[] utf8, String encoding, RawPart part) {
        return switch (encoding) {
            case "base64" -> TransferEncoding.toBase64(utf8) + (endsWithBreak(part) ? "\r\n" : "");
            case "quoted-printable" -> TransferEncoding.toQuotedPrintable(utf8);
            default -> new String(utf8, StandardCharsets.US_ASCII);
        };
    }

    private static boolean endsWithBreak(RawPart part) {
        return part.end() > part.bodyStart() && part.raw().charAt(part.end() - 1) == '\n';
    }

    private static void writeCharset(Edits edits, RawPart part, Parameters type) {
        if (part.field("content-type").isEmpty()) {
            boolean mime = part.field("mime-version").isPresent() || part.start() > 0;
            add(edits, part, (mime ? "" : "MIME-Version: 1.0\r\n") + "Content-Type: text/plain; charset=UTF-8");
            return;
        }
        RawPart.Field field = part.field("content-type").get();
        type.get("charset")
                .ifPresentOrElse(
                        charset -> {
                            if (!charset.value().equalsIgnoreCase("utf-8")) {
                                edits.replace(charset.start(), charset.end(), "charset=UTF-8");
                            }
                        },
                        () -> edits.replace(valueEnd(field), valueEnd(field), "; charset=UTF-8"));
    }

    /** Where a parameter can be put: after the type itself. */
    private static int valueEnd(RawPart.Field field) {
        int semicolon = field.raw().indexOf(';', field.valueStart());
        int end = semicolon < 0 || semicolon > field.end() ? field.end() : semicolon;
        while (end > field.valueStart() && field.raw().charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    private static void writeEncoding(Edits edits, RawPart part, String encoding, String newEncoding) {
        if (newEncoding.equals(encoding)) {
            return;
        }
        part.field("content-transfer-encoding")
                .ifPresentOrElse(
                        field -> edits.replace(field.valueStart(), field.end(), " " + newEncoding),
                        () -> add(edits, part, "Content-Transfer-Encoding: " + newEncoding));
    }

    private static void add(Edits edits, RawPart part, String field) {
        boolean open = part.headerEnd() == part.end() && !part.raw().startsWith("\n", part.headerEnd() - 1);
        edits.replace(
                part.headerEnd(),
                part.headerEnd(),
                (open && part.headerEnd() > part.start() ? "\r\n" : "") + field + "\r\n");
    }
}
