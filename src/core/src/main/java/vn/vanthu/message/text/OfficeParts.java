package vn.vanthu.message.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.vanthu.message.text.office.Allowance;
import vn.vanthu.message.text.office.OfficeConverter;
import vn.vanthu.message.text.office.OfficeText;
import vn.vanthu.message.text.office.OfficeText.State;

/** Reports the Office attachments of one message, and puts copies behind them. */
final class OfficeParts {

    private static final int START = 120;
    private static final int LONGEST_NAME = 200;

    private final OfficeConverter converter;
    private final OfficeFiles policy;
    private final MessageConverter.Findings findings;
    private final Allowance allowance = Allowance.forMessage();

    OfficeParts(OfficeConverter converter, OfficeFiles policy, MessageConverter.Findings findings) {
        this.converter = converter;
        this.policy = policy;
        this.findings = findings;
    }

    /** Whether a part is an Office file that is to be looked into, whatever it is declared as. */
    boolean isOffice(RawPart part, String encoding) {
        if (policy == OfficeFiles.IGNORE) {
            return false;
        }
        String start = part.raw().substring(part.bodyStart(), Math.min(part.end(), part.bodyStart() + START));
        return TransferEncoding.decode(start, encoding)
                .filter(OfficeConverter::mayBeOffice)
                .isPresent();
    }

    /**
     * Looks into an Office file.
     *
     * @param boundary of the multipart around it; empty where nothing may be added
     * @param name its name, in Unicode
     */
    void read(RawPart part, String encoding, String path, Optional<String> boundary, Optional<String> name) {
        Optional<OfficeText> found =
                TransferEncoding.decode(part.body(), encoding).flatMap(file -> converter.read(file, allowance));
        if (found.isEmpty()) {
            return;
        }
        String label = (path.isEmpty() ? "" : path + " ") + found.get().kind();
        boolean copied = policy == OfficeFiles.ATTACH_COPY
                && boundary.isPresent()
                && found.get().state() == State.CONVERTIBLE
                && attachCopy(part, found.get(), head(part, boundary.get(), copyName(name, found.get())));
        findings.reports().add(report(label, found.get(), copied));
    }

    private static PartReport report(String label, OfficeText found, boolean copied) {
        String more =
                switch (found.state()) {
                    case UNREAD -> " unread";
                    case SIGNED -> " signed";
                    case FONTS_NAMED -> " fonts";
                    case CONVERTIBLE -> copied ? " copy" : "";
                };
        return new PartReport(label + more, found.encoding(), copied, copied ? found.lost() : 0, !copied);
    }

    /** Adds a copy unless it is there already from an earlier conversion; true when it was added. */
    private boolean attachCopy(RawPart part, OfficeText found, String head) {
        if (part.raw().startsWith(head, part.end())) {
            return false;
        }
        Optional<byte[]> copy = found.convertedCopy();
        copy.ifPresent(
                bytes -> findings.edits().replace(part.end(), part.end(), head + TransferEncoding.toBase64(bytes)));
        return copy.isPresent();
    }

    /** What stands before the content of the copy, from the boundary on. */
    private static String head(RawPart part, String boundary, String name) {
        String type = part.parameters("content-type").value();
        return "\r\n--" + boundary
                + "\r\nContent-Type: " + (type.matches("[a-z]+/[a-z0-9.+-]{1,100}") ? type : "application/octet-stream")
                + ";\r\n " + ParameterWriter.write("name", name)
                + "\r\nContent-Transfer-Encoding: base64"
                + "\r\nContent-Disposition: attachment;\r\n " + ParameterWriter.write("filename", name)
                + "\r\n\r\n";
    }

    private static String copyName(Optional<String> name, OfficeText found) {
        String original = name.filter(known -> !known.isBlank()).orElse("document." + found.kind());
        int dot = original.lastIndexOf('.');
        String base = dot > 0 ? original.substring(0, dot) : original;
        String extension = dot > 0 && original.length() - dot <= 10 ? original.substring(dot) : "." + found.kind();
        String shortened = base.codePointCount(0, base.length()) <= LONGEST_NAME
                ? base
                : base.substring(0, base.offsetByCodePoints(0, LONGEST_NAME));
        // a lone surrogate has no bytes in UTF-8: what is written must be what is read again
        String whole = shortened + " (Unicode)" + extension;
        return new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
