package vn.vanthu.message.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.VietnameseText;

/**
 * Brings every text of a message to Unicode (clauses 3.5 and 7.2 of the Quy chế), without touching anything else.
 *
 * <p>Converted are text parts and text attachments (HTML by text node and font), the Subject, display names and the
 * names of attachments, in nested messages too. What is signed or encrypted stays: multipart/signed,
 * multipart/encrypted, PKCS#7 and PGP, also inline.
 *
 * <p>Office attachments that are written with legacy fonts are never converted in place: {@link OfficeFiles} says what
 * becomes of them.
 *
 * <p>A pure function without state, safe for many threads; no input makes it throw. To call it from a mailet:
 *
 * <pre>
 * MessageConverter converter = new MessageConverter(VietnameseText.load());   // once, in init
 * MessageConversion result = converter.convert(rawBytes);                     // in service
 * if (result.changed()) {
 *     // keep rawBytes, they are the original; deliver result.bytes()
 * }
 * // X-VanThu-Text: result.summary(), when it is not empty; log result.parts()
 * </pre>
 */
public final class MessageConverter {

    private final VietnameseText engine;
    private final OfficeFiles officeFiles;

    /** A converter that flags Office attachments with legacy fonts. */
    public MessageConverter(VietnameseText engine) {
        this(engine, OfficeFiles.FLAG);
    }

    public MessageConverter(VietnameseText engine, OfficeFiles officeFiles) {
        this.engine = engine;
        this.officeFiles = officeFiles;
    }

    /**
     * Converts a message.
     *
     * @param message as it came over the wire
     */
    public MessageConversion convert(byte[] message) {
        Walk walk = walk(message, officeFiles);
        if (walk.edits().isEmpty()) {
            return new MessageConversion(message, false, walk.reports());
        }
        return new MessageConversion(walk.edits().applyTo(message), true, walk.reports());
    }

    /** For outgoing mail that may not be legacy text: the first line that is, or nothing. */
    public Optional<LegacyLine> firstLegacyLine(byte[] message) {
        return walk(message, OfficeFiles.IGNORE).firstLegacyLine();
    }

    private Walk walk(byte[] message, OfficeFiles office) {
        String raw = new String(message, StandardCharsets.ISO_8859_1);
        Walk walk = new Walk(engine, office, raw);
        walk.message(RawPart.of(raw, 0, raw.length()));
        return walk;
    }

    /** What is found on the way through a message. */
    static final class Findings {
        private final Edits edits = new Edits();
        private final List<PartReport> reports = new ArrayList<>();
        private Optional<LegacyLine> firstLegacyLine = Optional.empty();

        Edits edits() {
            return edits;
        }

        List<PartReport> reports() {
            return reports;
        }

        Optional<LegacyLine> firstLegacyLine() {
            return firstLegacyLine;
        }

        /** Notes what became of a text that was converted or flagged; others are not worth a word. */
        void note(String part, Conversion conversion, Supplier<String> before) {
            if (!conversion.changed() && !conversion.flagged()) {
                return;
            }
            reports.add(new PartReport(
                    part, conversion.encoding(), conversion.changed(), conversion.lost(), conversion.flagged()));
            if (conversion.changed() && firstLegacyLine.isEmpty()) {
                String line = LineDifference.first(before.get(), conversion.text());
                firstLegacyLine = Optional.of(new LegacyLine(part, conversion.encoding(), line));
            }
        }
    }
}
