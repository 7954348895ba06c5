package vn.vanthu.message.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.message.text.office.OfficeConverter;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** One walk through the parts of a message: bodies first, as what they are written in decides for short headers. */
final class Walk {

    private static final int DEEPEST = 20;
    private static final Set<String> SEALED = Set.of(
            "multipart/signed",
            "multipart/encrypted",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-encrypted",
            "application/pgp-signature",
            "application/pgp");
    /** In these a further part is a further attachment; in others it has a meaning. */
    private static final Set<String> MAY_GROW = Set.of("multipart/mixed", "multipart/related");
    /** Text with a syntax of its own for characters. */
    private static final Set<String> NOT_PLAIN = Set.of("text/rtf", "text/richtext", "text/enriched", "text/xml");

    private final MessageConverter.Findings findings = new MessageConverter.Findings();
    private final HeaderConverter headers;
    private final BodyConverter bodies;
    private final OfficeParts office;
    private Optional<Encoding> context = Optional.empty();

    Walk(VietnameseText engine, OfficeFiles officeFiles, String raw) {
        this.headers = new HeaderConverter(engine, raw, findings);
        this.bodies = new BodyConverter(engine);
        this.office = new OfficeParts(new OfficeConverter(engine), officeFiles, findings);
    }

    Edits edits() {
        return findings.edits();
    }

    List<PartReport> reports() {
        return findings.reports();
    }

    Optional<LegacyLine> firstLegacyLine() {
        return findings.firstLegacyLine();
    }

    void message(RawPart message) {
        part(message, "", 0, Optional.empty());
    }

    /**
     * Goes through a part.
     *
     * @param path {@code 1.2}, empty for the message itself
     * @param boundary between it and what may be added after it; empty where nothing may be
     */
    private void part(RawPart part, String path, int depth, Optional<String> boundary) {
        Parameters type = part.parameters("content-type");
        if (depth > DEEPEST || SEALED.contains(type.value())) {
            return;
        }
        String encoding = transferEncoding(part);
        boolean identity = Set.of("", "7bit", "8bit", "binary").contains(encoding);
        if (type.is("multipart/")) {
            String between =
                    type.get("boundary").map(Parameters.Parameter::value).orElse("");
            List<RawPart> children = between.isEmpty() ? List.of() : part.children(between);
            Optional<String> open = Optional.of(between).filter(any -> MAY_GROW.contains(type.value()));
            for (int i = 0; i < children.size(); i++) {
                part(children.get(i), (path.isEmpty() ? "" : path + ".") + (i + 1), depth + 1, open);
            }
        } else if (type.value().equals("message/rfc822") && identity) {
            RawPart message = RawPart.of(part.raw(), part.bodyStart(), part.end());
            part(message, path.isEmpty() ? "0" : path + ".0", depth + 1, Optional.empty());
        } else if (office.isOffice(part, encoding)) {
            office.read(part, encoding, path, boundary, headers.fileName(part, context));
        } else if (isText(type)) {
            text(part, type, encoding, path);
        }
        headers.convert(part, path, context);
    }

    private static boolean isText(Parameters type) {
        return type.value().isEmpty()
                || type.value().equals("text")
                || type.is("text/") && !NOT_PLAIN.contains(type.value());
    }

    private static String transferEncoding(RawPart part) {
        return part.parameters("content-transfer-encoding")
                .value()
                .replaceAll("\\(.*", "")
                .trim();
    }

    private void text(RawPart part, Parameters type, String encoding, String path) {
        Optional<byte[]> body = TransferEncoding.decode(part.body(), encoding);
        if (body.isEmpty() || isPgp(body.get())) {
            return;
        }
        String charset = type.get("charset").map(Parameters.Parameter::value).orElse("");
        Evidence evidence = Evidence.ofCharset(charset);
        boolean html = type.value().equals("text/html");
        Conversion conversion = html ? bodies.html(body.get(), evidence) : bodies.plain(body.get(), charset, evidence);
        String name = (path.isEmpty() ? "" : path + " ") + (type.value().isEmpty() ? "text/plain" : type.value());
        findings.note(name, conversion, () -> new String(body.get(), StandardCharsets.UTF_8));
        if (conversion.changed()) {
            context = Optional.of(context.orElse(conversion.encoding()));
            BodyWriter.write(findings.edits(), part, type, encoding, conversion.text());
        }
    }

    private static boolean isPgp(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 1 << 16), StandardCharsets.ISO_8859_1);
        return start.contains("-----BEGIN PGP ");
    }
}
