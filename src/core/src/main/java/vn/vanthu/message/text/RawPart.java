package vn.vanthu.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a message by its place in the raw bytes, which are seen as ISO-8859-1 so that an index is an offset.
 *
 * <p>MIME4J tells what a message says, but not where: to leave untouched parts byte-identical this must know where. RFC
 * 5322 and 2046 are read leniently, nothing is rejected.
 *
 * @param fields the header, in order
 * @param headerEnd where a header field can be added: the blank line, or the end
 * @param bodyStart the first byte of the body
 * @param end after the last byte of the body
 */
record RawPart(String raw, List<Field> fields, int start, int headerEnd, int bodyStart, int end) {

    private static final int MOST_PARTS = 1000;

    /**
     * A header field, folded as it stands.
     *
     * @param name lower case
     * @param valueStart after the colon
     * @param end before the line break
     */
    record Field(String raw, String name, int start, int valueStart, int end) {
        String value() {
            return raw.substring(valueStart, end);
        }
    }

    static RawPart of(String raw, int start, int end) {
        List<Field> fields = new ArrayList<>();
        int at = start;
        while (at < end) {
            int lineEnd = lineEnd(raw, at, end);
            int contentEnd = withoutBreak(raw, at, lineEnd);
            if (contentEnd == at) {
                return new RawPart(raw, fields, start, at, lineEnd, end);
            }
            int fieldEnd = lineEnd;
            while (fieldEnd < end && isBlank(raw.charAt(fieldEnd))) {
                fieldEnd = lineEnd(raw, fieldEnd, end);
            }
            int colon = raw.indexOf(':', at);
            if (colon > at && colon < contentEnd) {
                String name = raw.substring(at, colon).trim().toLowerCase(Locale.ROOT);
                fields.add(new Field(raw, name, at, colon + 1, withoutBreak(raw, at, fieldEnd)));
            }
            at = fieldEnd;
        }
        return new RawPart(raw, fields, start, end, end, end);
    }

    /** The first field of this name. */
    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** A field that has parameters; without the field, an empty one. */
    Parameters parameters(String name) {
        return field(name).map(Parameters::of).orElseGet(() -> Parameters.none());
    }

    String body() {
        return raw.substring(bodyStart, end);
    }

    /** The parts of a multipart (RFC 2046, section 5.1.1); none when the boundary is never found. */
    List<RawPart> children(String boundary) {
        List<RawPart> parts = new ArrayList<>();
        String mark = "--" + boundary;
        int partStart = -1;
        for (int at = bodyStart; at < end && parts.size() < MOST_PARTS; at = lineEnd(raw, at, end)) {
            if (!raw.startsWith(mark, at) || at + mark.length() > end) {
                continue;
            }
            if (partStart >= 0) {
                parts.add(of(raw, partStart, Math.max(partStart, beforeBreak(raw, partStart, at))));
            }
            if (raw.startsWith("--", at + mark.length())) {
                return parts;
            }
            partStart = lineEnd(raw, at, end);
        }
        if (partStart >= 0 && partStart < end) {
            parts.add(of(raw, partStart, end));
        }
        return parts;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int lineEnd(String raw, int from, int end) {
        int newline = raw.indexOf('\n', from);
        return newline < 0 || newline >= end ? end : newline + 1;
    }

    private static int withoutBreak(String raw, int from, int lineEnd) {
        int end = lineEnd;
        if (end > from && raw.charAt(end - 1) == '\n') {
            end--;
        }
        return end > from && raw.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The line break before a boundary belongs to the boundary. */
    private static int beforeBreak(String raw, int from, int boundary) {
        return withoutBreak(raw, from, boundary);
    }
}
