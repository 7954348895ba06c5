package vn.vanthu.message.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** Converts the texts in the header of a message or part: subject, display names, names of attachments. */
final class HeaderConverter {

    private static final Set<String> TEXTS =
            Set.of("subject", "thread-topic", "comments", "keywords", "content-description");
    private static final Set<String> ADDRESSES = Set.of(
            "from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to", "resent-cc", "organization");
    /** Multi-byte charsets of other languages: a text in them is what it says. */
    private static final List<String> FOREIGN = List.of(
            "gb", "big5", "shift", "sjis", "euc", "iso-2022", "ks_c", "koi8", "windows-1251", "utf-16", "utf-32");

    private final VietnameseText engine;
    private final String raw;
    private final MessageConverter.Findings findings;

    HeaderConverter(VietnameseText engine, String raw, MessageConverter.Findings findings) {
        this.engine = engine;
        this.raw = raw;
        this.findings = findings;
    }

    /**
     * Converts what the header holds.
     *
     * @param context what the bodies are written in
     */
    void convert(RawPart part, String path, Optional<Encoding> context) {
        String prefix = path.isEmpty() ? "" : path + " ";
        for (RawPart.Field field : part.fields()) {
            String label = prefix + label(field);
            if (TEXTS.contains(field.name())) {
                word(field.valueStart(), field.end(), label, context);
            } else if (ADDRESSES.contains(field.name())) {
                for (int[] name : DisplayNames.find(raw, field.valueStart(), field.end())) {
                    word(name[0], name[1], label, context);
                }
            } else if (field.name().equals("content-type")) {
                parameter(Parameters.of(field), "name", prefix + "name", context);
            } else if (field.name().equals("content-disposition")) {
                parameter(Parameters.of(field), "filename", prefix + "filename", context);
            }
        }
    }

    /** The name of an attachment as it is after {@link #convert}. */
    Optional<String> fileName(RawPart part, Optional<Encoding> context) {
        List<Parameters.Parameter> disposition =
                part.parameters("content-disposition").allOf("filename");
        List<Parameters.Parameter> pieces =
                disposition.isEmpty() ? part.parameters("content-type").allOf("name") : disposition;
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        HeaderWords.Decoded decoded = join(pieces);
        Conversion conversion = convert(decoded, context);
        String name = conversion.text().isEmpty() ? VietnameseText.asText(decoded.bytes()) : conversion.text();
        return Optional.of(oneLine(name));
    }

    private String label(RawPart.Field field) {
        return raw.substring(field.start(), field.valueStart() - 1).trim();
    }

    /** Converts the text from one place to another; a place within quotes includes them. */
    private void word(int from, int to, String label, Optional<Encoding> context) {
        int start = from;
        while (start < to && raw.charAt(start) <= ' ') {
            start++;
        }
        int end = to;
        while (end > start && raw.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start == end) {
            return;
        }
        String value = raw.substring(start, end);
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        HeaderWords.Decoded decoded = HeaderWords.decode(quoted ? unquote(value) : value);
        Conversion conversion = convert(decoded, context);
        findings.note(label, conversion, () -> VietnameseText.asText(decoded.bytes()));
        if (conversion.changed()) {
            findings.edits().replace(start, end, HeaderWords.encode(oneLine(conversion.text())));
        }
    }

    private Conversion convert(HeaderWords.Decoded decoded, Optional<Encoding> context) {
        Evidence declared = Evidence.ofCharset(decoded.charset());
        Evidence evidence = context.map(declared::withContext).orElse(declared);
        if (FOREIGN.stream().anyMatch(decoded.charset()::startsWith)) {
            return new Conversion(Encoding.UNKNOWN, false, "", false, 0);
        }
        return engine.convert(decoded.bytes(), evidence);
    }

    private void parameter(Parameters parameters, String name, String label, Optional<Encoding> context) {
        List<Parameters.Parameter> pieces = parameters.allOf(name);
        if (pieces.isEmpty()) {
            return;
        }
        HeaderWords.Decoded decoded = join(pieces);
        Conversion conversion = convert(decoded, context);
        findings.note(label, conversion, () -> VietnameseText.asText(decoded.bytes()));
        if (!conversion.changed()) {
            return;
        }
        Parameters.Parameter first = pieces.get(0);
        findings.edits().replace(first.start(), first.end(), ParameterWriter.write(name, oneLine(conversion.text())));
        for (Parameters.Parameter piece : pieces.subList(1, pieces.size())) {
            int semicolon = raw.lastIndexOf(';', piece.start());
            findings.edits().replace(semicolon, piece.end(), "");
        }
    }

    /** The pieces of a value by RFC 2231, which takes precedence, or encoded words by custom. */
    private static HeaderWords.Decoded join(List<Parameters.Parameter> pieces) {
        Parameters.Parameter first = pieces.get(0);
        if (pieces.stream().noneMatch(piece -> piece.name().contains("*"))) {
            return HeaderWords.decode(first.value());
        }
        StringBuilder value = new StringBuilder();
        String charset = "";
        for (Parameters.Parameter piece : pieces) {
            if (!piece.name().contains("*")) {
                continue;
            }
            String text = piece.value();
            String[] extended = text.split("'", 3);
            if (piece.name().endsWith("*") && charset.isEmpty() && extended.length == 3) {
                charset = extended[0].toLowerCase(Locale.ROOT);
                text = extended[2];
            }
            value.append(piece.name().endsWith("*") ? percentDecoded(text) : text);
        }
        return new HeaderWords.Decoded(value.toString().getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String unquote(String value) {
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+\\s*", " ").replace("\0", "");
    }
}
