package vn.vanthu.document.layout;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** Finds administrative documents by their layout. Stateless. */
public final class LayoutReader implements DocumentReader {

    /** What a scanner reads is less sure. */
    private static final double SCANNED = 0.97;

    @Override
    public List<OfficialDocument> documents(List<ReadPart> parts) {
        return parts.stream()
                .filter(part -> !part.pages().isEmpty())
                .flatMap(part -> document(part).stream())
                .filter(document -> document.likelihood() >= OfficialDocument.OFFICIAL)
                .toList();
    }

    /** Without a number and a title it is none ({@link Likelihood}), and most of a mail's reading is spared. */
    private static Optional<OfficialDocument> document(ReadPart part) {
        Sheet sheet = sheet(part);
        Head head = Head.of(sheet);
        Title title = Title.of(sheet, head);
        return head.code().isEmpty() && title.at() < 0 ? Optional.empty() : Optional.of(read(part, sheet, head, title));
    }

    /** What a part says if it is a document, however unlikely. */
    public static OfficialDocument read(ReadPart part) {
        Sheet sheet = sheet(part);
        Head head = Head.of(sheet);
        return read(part, sheet, head, Title.of(sheet, head));
    }

    private static Sheet sheet(ReadPart part) {
        Sheet sheet = Sheet.of(part);
        return part.origin() == ReadPart.Origin.SCAN ? sheet.with(Scanned::head) : sheet;
    }

    private static OfficialDocument read(ReadPart part, Sheet sheet, Head head, Title title) {
        boolean scan = part.origin() == ReadPart.Origin.SCAN;
        Issuer issuer = Issuer.before(sheet, head.issuerEnd(title.at()), scan).orAuthority(sheet, title.at());
        int body = Math.max(title.at() + 1, head.codeAt() + 1);
        int listAt = Foot.recipientsAt(sheet, body);
        Recipients recipients = Recipients.of(sheet, listAt, scan);
        Sheet meant = scan ? sheet.with(Scanned::foot) : sheet;
        Signature found = Signature.of(meant, listAt, recipients.end(), body);
        Signature signature = scan ? found.scanned() : found;
        double likelihood = Likelihood.of(sheet, head, issuer, title, recipients, found);
        Builder builder = new Builder(part);
        builder.head(head, issuer, title, Marks.urgency(sheet));
        builder.foot(recipients, signature);
        int addressedAt = Addressees.at(sheet, Math.max(head.codeAt() + 1, 0));
        boolean unnumbered = head.code().filter(code -> code.number().isEmpty()).isPresent();
        return new OfficialDocument(
                part.path(),
                builder.fields,
                issuer.superior(),
                builder.confidence,
                likelihood,
                Marks.secrecy(sheet),
                recipients.places(),
                Addressees.of(sheet, addressedAt),
                Marks.isDraft(sheet, title, addressedAt) || unnumbered,
                !signature.name().isEmpty() || part.digitallySigned() || Signature.isStamped(sheet),
                Cautions.of(sheet, title, addressedAt));
    }

    private static final class Builder {

        private final Map<Field, Double> confidence = new EnumMap<>(Field.class);
        private final boolean scan;
        private final double scale;
        private DocumentFields fields = DocumentFields.none();

        Builder(ReadPart part) {
            this.scan = part.origin() == ReadPart.Origin.SCAN;
            this.scale = scan ? SCANNED : 1;
            int pages = part.pageCount();
            put(Field.PAGES, pages > 0 ? Integer.toString(pages) : "", 0.99);
        }

        void head(Head head, Issuer issuer, Title title, String urgency) {
            head.code().ifPresent(code -> put(Field.CODE, scan ? code.mended() : code.text(), surety(code)));
            head.date().ifPresent(date -> put(Field.ISSUED_ON, written(date.date()), date.guessed() ? 0.7 : 0.96));
            put(Field.ISSUER, issuer.name(), issuer.confidence());
            put(Field.TYPE, title.type(), title.typeConfidence());
            String subject = scan ? Subject.mended(title.subject()) : title.subject();
            put(Field.SUBJECT, subject, title.subjectConfidence());
            put(Field.URGENCY, urgency, 0.95);
        }

        void foot(Recipients recipients, Signature signature) {
            put(Field.TO_PLACES, String.join("; ", recipients.places()), 0.92);
            put(Field.FILE_COPY_HOLDER, recipients.fileCopy(), 0.92);
            put(Field.SIGNER, signature.name(), signature.confidence());
            put(Field.POSITION, signature.position(), signature.confidence());
            put(Field.CAPACITY, signature.capacity(), signature.confidence());
        }

        /** A symbol that a scanner often makes of another is not sure. */
        private double surety(DocumentCode code) {
            if (code.number().isEmpty()) {
                return 0.4;
            }
            return scan && code.isDoubtful() ? 0.8 : 0.96;
        }

        private static String written(@Nullable LocalDate date) {
            return date == null ? "" : date.toString();
        }

        private void put(Field field, String value, double surety) {
            if (value.isEmpty()) {
                return;
            }
            String kept = value.length() > field.length() ? value.substring(0, field.length()) : value;
            fields = fields.with(field, kept);
            confidence.put(field, surety * scale);
        }
    }
}
