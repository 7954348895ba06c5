package vn.vanthu.james.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

class FoundDocumentsTest {

    @Test
    void noneIsLostBeyondThoseThatAreTakenOneByOne() {
        FoundDocuments found = found(IntStream.rangeClosed(1, 23)
                .mapToObj(i -> document("1." + i, i + "/BC-UBND", "2026-11-20", "UBND xã A", 0.9))
                .toArray(OfficialDocument[]::new));
        assertThat(found.each()).hasSize(FoundDocuments.MOST);
        assertThat(found.rest()).extracting(FoundDocument::key).containsExactly("1.21", "1.22", "1.23");
        assertThat(found.rest().get(0).title()).isEqualTo("21/BC-UBND Về việc 1.21 (tep-1.21.pdf)");
        assertThat(found.count()).isEqualTo(23);
    }

    @Test
    void unreadFilesCountToo() {
        List<ReadPart> parts = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> part("1." + i, "encrypted"))
                .toList();
        FoundDocuments found = FoundDocuments.of(new MailDocuments.Read(parts, List.of()));
        assertThat(found.rest()).extracting(FoundDocument::title).containsExactly("tep-1.21.pdf");
    }

    @Test
    void theSameNumberOfTwoCommunesIsTwoDocuments() {
        assertThat(keys(
                        document("1.1", "12/BC-UBND", "2026-11-20", "UBND xã A", 0.9),
                        document("1.2", "12/BC-UBND", "2026-11-20", "UBND xã B", 0.9),
                        document("1.3", "12/BC-UBND", "2025-11-20", "UBND xã A", 0.9)))
                .containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void aScanAndItsWordFileAreOneDocument() {
        assertThat(keys(
                        document("1.1", "12/BC-UBND", "2026-11-20", "UBND XÃ A", 0.7),
                        document("1.2", "12/BC-UBND", "2026-11-20", "UBND xã A", 0.95)))
                .containsExactly("1.2");
        assertThat(keys(
                        document("1.1", "12/BC-UBND", "", "", 0.7),
                        document("1.2", "12/BC-UBND", "2026-11-20", "UBND xã B", 0.9),
                        document("1.3", "12/BC-UBND", "2026-11-20", "UBND xã C", 0.9)))
                .as("what could not be read agrees with what could")
                .containsExactly("1.2", "1.3");
    }

    @Test
    void withoutANumberNothingIsKnownToBeTheSame() {
        assertThat(keys(document("1.1", "", "", "", 0.9), document("1.2", "", "", "", 0.9)))
                .containsExactly("1.1", "1.2");
    }

    private static List<String> keys(OfficialDocument... documents) {
        return found(documents).each().stream().map(FoundDocument::key).toList();
    }

    private static FoundDocuments found(OfficialDocument... documents) {
        List<ReadPart> parts = new ArrayList<>();
        Arrays.stream(documents).forEach(document -> parts.add(part(document.part(), "")));
        return FoundDocuments.of(new MailDocuments.Read(parts, List.of(documents)));
    }

    private static ReadPart part(String path, String unread) {
        return new ReadPart(
                path, "tep-" + path + ".pdf", "application/pdf", Origin.TEXT, unread, false, false, 1, "00", List.of());
    }

    private static OfficialDocument document(String part, String code, String day, String issuer, double surety) {
        DocumentFields fields = DocumentFields.none()
                .with(Field.CODE, code)
                .with(Field.ISSUED_ON, day)
                .with(Field.ISSUER, issuer)
                .with(Field.SUBJECT, "Về việc " + part);
        Map<Field, Double> confidence = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (!fields.get(field).isEmpty()) {
                confidence.put(field, surety);
            }
        }
        return new OfficialDocument(part, fields, "", confidence, 0.95, "", List.of(), List.of(), false, true);
    }
}
