package vn.vanthu.james.document;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Unit;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.registration.DocumentKey;

/**
 * A document of a mail, or a file that may be one.
 *
 * @param part where it stands
 * @param document what was understood; null when it could not be read
 */
record FoundDocument(ReadPart part, @Nullable OfficialDocument document) {

    /** By which it is the same after a crash. */
    String key() {
        return DocumentKey.of(part.path());
    }

    Optional<OfficialDocument> understood() {
        return Optional.ofNullable(document);
    }

    /** As they are entered in the incoming book: who receives it is decided here, not by the list in the document. */
    DocumentFields fields(Organization organization, String mailbox) {
        DocumentFields read = document == null ? DocumentFields.none() : document.fields();
        String unit = organization.unitWithMailbox(mailbox).map(Unit::name).orElse("");
        return read.with(Field.TO_PLACES, unit).with(Field.FILE_COPY_HOLDER, "");
    }

    /** In one line, for people: its code and what it is about, else its file. */
    String title() {
        DocumentFields read = document == null ? DocumentFields.none() : document.fields();
        String title = (read.get(Field.CODE) + " " + read.get(Field.SUBJECT)).strip();
        String file = part.fileName().isEmpty() ? "phần " + part.path() : part.fileName();
        return title.isEmpty() ? file : title + " (" + file + ")";
    }

    /** What was read but is not sure. */
    Set<Field> unsure() {
        Set<Field> unsure = EnumSet.noneOf(Field.class);
        if (document != null) {
            for (Field field : Field.values()) {
                boolean read = !document.fields().get(field).isEmpty();
                if (read && !document.isSure(field)) {
                    unsure.add(field);
                }
            }
        }
        return unsure;
    }
}
