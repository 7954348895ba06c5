package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** The fields of a document as columns of a book's row. */
@Embeddable
@SuppressWarnings("NullAway.Init")
class DocumentColumns {

    @Column(name = "document_type")
    String type;

    String subject;
    String code;

    @Column(name = "issued_on")
    @Nullable
    LocalDate issuedOn;

    String issuer;
    String signer;

    @Column(name = "signer_position")
    String position;

    String capacity;

    @Column(name = "to_places")
    String toPlaces;

    @Column(name = "file_copy_holder")
    String fileCopyHolder;

    @Nullable
    Integer copies;

    @Column(name = "transferred_on")
    @Nullable
    LocalDate transferredOn;

    String receipt;
    String note;
    String urgency;
    String language;

    @Nullable
    Integer pages;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "file_code")
    String fileCode;

    String approver;

    DocumentColumns() {}

    DocumentColumns(DocumentFields fields) {
        type = text(fields, Field.TYPE);
        subject = text(fields, Field.SUBJECT);
        code = text(fields, Field.CODE);
        issuedOn = fields.date(Field.ISSUED_ON).orElse(null);
        issuer = text(fields, Field.ISSUER);
        signer = text(fields, Field.SIGNER);
        position = text(fields, Field.POSITION);
        capacity = text(fields, Field.CAPACITY);
        toPlaces = text(fields, Field.TO_PLACES);
        fileCopyHolder = text(fields, Field.FILE_COPY_HOLDER);
        copies = number(fields, Field.COPIES);
        transferredOn = fields.date(Field.TRANSFERRED_ON).orElse(null);
        receipt = text(fields, Field.RECEIPT);
        note = text(fields, Field.NOTE);
        urgency = text(fields, Field.URGENCY);
        language = text(fields, Field.LANGUAGE);
        pages = number(fields, Field.PAGES);
        dueOn = fields.date(Field.DUE_ON).orElse(null);
        fileCode = text(fields, Field.FILE_CODE);
        approver = text(fields, Field.APPROVER);
    }

    private static String text(DocumentFields fields, Field field) {
        return Text.fit(fields.get(field), field.length());
    }

    private static @Nullable Integer number(DocumentFields fields, Field field) {
        String digits = fields.get(field);
        return digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private @Nullable Object value(Field field) {
        return switch (field) {
            case TYPE -> type;
            case SUBJECT -> subject;
            case CODE -> code;
            case ISSUED_ON -> issuedOn;
            case ISSUER -> issuer;
            case SIGNER -> signer;
            case POSITION -> position;
            case CAPACITY -> capacity;
            case TO_PLACES -> toPlaces;
            case FILE_COPY_HOLDER -> fileCopyHolder;
            case COPIES -> copies;
            case TRANSFERRED_ON -> transferredOn;
            case RECEIPT -> receipt;
            case NOTE -> note;
            case URGENCY -> urgency;
            case LANGUAGE -> language;
            case PAGES -> pages;
            case DUE_ON -> dueOn;
            case FILE_CODE -> fileCode;
            case APPROVER -> approver;
        };
    }

    DocumentFields fields() {
        DocumentFields fields = DocumentFields.none();
        for (Field field : Field.values()) {
            Object value = value(field);
            fields = value == null ? fields : fields.with(field, value.toString());
        }
        return fields;
    }

    CanonicalRow addTo(CanonicalRow row) {
        for (Field field : Field.values()) {
            Object value = value(field);
            row.text(field.code(), value == null ? null : value.toString());
        }
        return row;
    }

    /** By which the same document is known again: số, ký hiệu and tác giả; empty when there is no code. */
    String sameKey() {
        return code.isEmpty() ? "" : plain(code) + "|" + plain(issuer);
    }

    String searchText() {
        return Text.fit(plain(searched()), 2000);
    }

    /** What searches look through, as it was written. */
    String searched() {
        return String.join(" ", code, type, subject, issuer, signer, toPlaces, note);
    }

    private static String plain(String text) {
        return SearchText.plain(text).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
