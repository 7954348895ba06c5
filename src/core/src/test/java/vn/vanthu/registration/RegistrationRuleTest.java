package vn.vanthu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vanthu.document.Caution;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

class RegistrationRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final DocumentFields FIELDS = DocumentFields.none()
            .with(Field.CODE, "123/UBND-VX")
            .with(Field.ISSUED_ON, "2026-11-20")
            .with(Field.ISSUER, "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH")
            .with(Field.TYPE, "Công văn")
            .with(Field.SUBJECT, "Về việc đón đoàn khách");
    private static final ProvenSender UBND =
            new ProvenSender("vanphong@ubnd.binhdinh.example", Set.of("ubnd.binhdinh.example"));

    private final Organization office;

    RegistrationRuleTest() throws Exception {
        office = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
    }

    private static OfficialDocument document(DocumentFields fields, double surety, boolean draft) {
        Map<Field, Double> confidence = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (!fields.get(field).isEmpty()) {
                confidence.put(field, surety);
            }
        }
        return new OfficialDocument("1.2", fields, "", confidence, 0.95, "", List.of(), List.of(), draft, true);
    }

    private Set<Doubt> doubts(OfficialDocument document, ProvenSender sender) {
        return RegistrationRule.doubts(document, alone(sender), office, false, 0, 10, TODAY);
    }

    private static CarryingMail alone(ProvenSender sender) {
        return new CarryingMail(sender, "Gửi văn bản", false, List.of(), List.of());
    }

    private Set<Doubt> doubts(DocumentFields fields) {
        return doubts(document(fields, 0.95, false), UBND);
    }

    @Test
    void aDocumentOfLongAgoIsNotEnteredByItself() {
        assertThat(doubts(FIELDS.with(Field.ISSUED_ON, "2014-11-20"))).containsExactly(Doubt.OLD);
        assertThat(doubts(FIELDS.with(Field.ISSUED_ON, "2026-09-24"))).containsExactly(Doubt.OLD);
        assertThat(doubts(FIELDS.with(Field.ISSUED_ON, "2026-09-25"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Hợp đồng, Mua sắm thiết bị văn phòng, AGREEMENT",
        "Bản sao y, Về việc nghỉ lễ, COPY",
        "Giấy mời, Dự lễ thành hôn của hai cháu, PRIVATE_OCCASION",
        "Giấy mời, Dự hội nghị tổng kết công tác năm, ",
        "Thông báo, Về việc cưới văn minh, ",
    })
    void someKindsOfPaperAreForTheClerk(String type, String subject, Doubt doubt) {
        assertThat(doubts(FIELDS.with(Field.TYPE, type).with(Field.SUBJECT, subject)))
                .isEqualTo(doubt == null ? Set.of() : Set.of(doubt));
    }

    @ParameterizedTest
    @EnumSource(Caution.class)
    void whatTheHeadSaysIsToldToTheClerk(Caution caution) {
        OfficialDocument sure = document(FIELDS, 0.95, false);
        OfficialDocument marked = new OfficialDocument(
                sure.part(),
                FIELDS,
                "",
                sure.confidence(),
                0.95,
                "",
                List.of(),
                List.of(),
                false,
                true,
                Set.of(caution));
        assertThat(doubts(marked, UBND)).containsExactly(Doubt.valueOf(caution.name()));
    }

    @Test
    void whatIsSureAndProvenIsEntered() {
        assertThat(doubts(document(FIELDS, 0.95, false), UBND)).isEmpty();
    }

    @Test
    void everythingElseWaits() {
        OfficialDocument sure = document(FIELDS, 0.95, false);
        assertThat(doubts(document(FIELDS, 0.8, false), UBND)).containsExactly(Doubt.FIELDS_UNSURE);
        assertThat(doubts(document(FIELDS.with(Field.CODE, ""), 0.95, false), UBND))
                .containsExactly(Doubt.FIELDS_UNSURE);
        assertThat(doubts(document(FIELDS, 0.95, true), UBND)).containsExactly(Doubt.DRAFT);
        assertThat(doubts(document(FIELDS.with(Field.ISSUED_ON, "2026-11-25"), 0.95, false), UBND))
                .containsExactly(Doubt.DATE_TO_COME);
        assertThat(doubts(sure, new ProvenSender("vanphong@ubnd.binhdinh.example", Set.of())))
                .containsExactly(Doubt.SENDER_NOT_AUTHENTICATED);
        assertThat(doubts(sure, new ProvenSender("vanthu@sonoivu.example", Set.of("sonoivu.example"))))
                .containsExactly(Doubt.SENDER_NOT_THE_ISSUER);
        assertThat(RegistrationRule.doubts(sure, alone(UBND), office, true, 0, 10, TODAY))
                .containsExactly(Doubt.MAILBOX_ASKS);
        assertThat(RegistrationRule.doubts(sure, alone(UBND), office, false, 10, 10, TODAY))
                .containsExactly(Doubt.TOO_MANY_TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "a@ubnd.binhdinh.example, ubnd.binhdinh.example, true",
        "a@ubnd.binhdinh.example, binhdinh.example, true",
        "a@ubnd.binhdinh.example, mail.ubnd.binhdinh.example, true",
        "a@ubnd.binhdinh.example, example, false",
        "a@ubnd.binhdinh.example, evil-ubnd.binhdinh.example, false",
        "a@ubnd.binhdinh.example, ubnd.binhdinh.example.evil.example, false",
        "a@sonoivu.binhdinh.gov.vn, gov.vn, false",
        "a@sonoivu.binhdinh.gov.vn, binhdinh.gov.vn, true",
        "'', ubnd.binhdinh.example, false",
    })
    void onlyAnAlignedDomainProvesTheSender(String address, String proved, boolean expected) {
        assertThat(new ProvenSender(address, Set.of(proved)).isAuthenticated()).isEqualTo(expected);
    }

    @Test
    void onlyOurOwnResultsCount() {
        assertThat(AuthenticationResults.proved(
                        List.of(
                                "mx.vanthu.vn; dkim=pass header.d=A.example header.b=x (ok; dkim=pass"
                                        + " header.d=evil.example); spf=pass smtp.mailfrom=thu@b.example; dkim=fail"
                                        + " header.d=c.example",
                                "other.example; dkim=pass header.d=d.example",
                                "mx.vanthu.vn.evil; dkim=pass header.d=e.example",
                                "mx.vanthu.vn 1; dmarc=pass header.from=f.example; spf=softfail"
                                        + " smtp.mailfrom=g.example"),
                        "mx.vanthu.vn"))
                .containsExactlyInAnyOrder("a.example", "b.example");
    }
}
