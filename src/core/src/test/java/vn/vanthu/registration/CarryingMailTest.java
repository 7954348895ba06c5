package vn.vanthu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.document.Line;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

class CarryingMailTest {

    private static final OfficialDocument NEW = document("1.2", "2026-11-20");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Du thao thong bao.docx",
                "02. Dự thảo Thông báo.docx",
                "ban_du_thao.doc",
                "TB họp (dự thảo 2).docx"
            })
    void aFileCalledDraftIsADraft(String fileName) {
        assertThat(mail("Gửi văn bản", file("1.2", fileName)).doubts(NEW)).containsExactly(Doubt.DRAFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dự thảo Thông báo", "[Dự thảo] Thông báo họp", "Fwd: Bản dự thảo", "DU THAO lan 2"})
    void aSubjectThatBeginsWithDraftMakesDrafts(String subject) {
        assertThat(mail(subject, file("1.2", "a.docx")).doubts(NEW)).containsExactly(Doubt.DRAFT);
    }

    @Test
    void aLetterAboutADraftIsNone() {
        assertThat(mail("V/v góp ý dự thảo Thông tư", file("1.2", "CV góp ý dự thảo Thông tư.pdf"))
                        .doubts(NEW))
                .isEmpty();
    }

    @Test
    void anOlderDocumentBesideANewerOneMayBeItsEnclosure() {
        OfficialDocument old = document("1.3", "2020-03-02");
        OfficialDocument same = document("1.4", "2026-11-20");
        CarryingMail mail = new CarryingMail(sender(), "Gửi", false, List.of(), List.of(NEW, old, same));
        assertThat(mail.doubts(old)).containsExactly(Doubt.ENCLOSURE);
        assertThat(mail.doubts(NEW)).isEmpty();
        assertThat(mail.doubts(same)).isEmpty();
    }

    @Test
    void aDocumentAmongOthersInAnArchiveIsAskedAbout() {
        OfficialDocument packed = document("1.2/a.pdf", "2026-11-20");
        assertThat(mail("Gửi", file("1.2/a.pdf", "a.pdf"), file("1.2/b.pdf", "b.pdf"))
                        .doubts(packed))
                .containsExactly(Doubt.IN_AN_ARCHIVE);
        assertThat(mail("Gửi", file("1.2/a.pdf", "a.pdf"), file("1.2/a.pdf/seal.png", "seal.png"))
                        .doubts(packed))
                .as("packed alone")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vào Th 2, 23 thg 11, 2026, vp đã viết:",
                "From: Văn thư <vanthu@sonoivu.example>",
                "-----Original Message-----",
                "Đã gửi: Thứ Hai, 23 Tháng Mười Một 2026",
            })
    void aDocumentBelowAQuotingLineIsQuoted(String line) {
        OfficialDocument inBody = document("1", "2026-11-20");
        assertThat(mail("Gửi", body(line)).doubts(inBody)).containsExactly(Doubt.QUOTED);
        assertThat(mail("Gửi", body("Kính gửi Quý Sở:")).doubts(inBody)).isEmpty();
    }

    @Test
    void onlyTheTextOfAnAnswerQuotesNotItsAttachment() {
        List<ReadPart> parts = List.of(body("Xem lại giúp em"), file("1.2", "a.pdf"));
        CarryingMail answer = new CarryingMail(sender(), "Re: a", true, parts, List.of());
        assertThat(answer.doubts(document("1", "2026-11-20"))).containsExactly(Doubt.QUOTED);
        assertThat(answer.doubts(NEW)).isEmpty();
    }

    private static CarryingMail mail(String subject, ReadPart... parts) {
        return new CarryingMail(sender(), subject, false, List.of(parts), List.of());
    }

    private static ProvenSender sender() {
        return new ProvenSender("vanthu@sonoivu.example", Set.of("sonoivu.example"));
    }

    private static ReadPart body(String... lines) {
        return part("1", "", true, lines);
    }

    private static ReadPart file(String path, String fileName) {
        return part(path, fileName, false, "THÔNG BÁO");
    }

    private static ReadPart part(String path, String fileName, boolean body, String... lines) {
        Page page = new Page(Stream.of(lines).map(Line::of).toList());
        return new ReadPart(path, fileName, "text/plain", ReadPart.Origin.TEXT, "", body, false, 0, "", List.of(page));
    }

    private static OfficialDocument document(String part, String day) {
        DocumentFields fields = DocumentFields.none().with(Field.ISSUED_ON, day);
        return new OfficialDocument(part, fields, "", Map.of(), 1, "", List.of(), List.of(), false, true);
    }
}
