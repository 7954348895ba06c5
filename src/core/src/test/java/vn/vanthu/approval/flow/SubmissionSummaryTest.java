package vn.vanthu.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.testing.Golden;

class SubmissionSummaryTest {

    private static final String MATCHES = "ĐẠT: số văn bản khớp với sổ văn bản đi";
    private static final String LACKS = "KHÔNG ĐẠT: văn bản của cơ quan, đơn vị không có số, ký hiệu";

    /** Only what was looked up in the book is said to stand in it. */
    @Test
    void theNumberIsSaidToMatchOnlyWhereThereIsOneOfOurs() throws Exception {
        String ours = "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH";
        assertThat(summary(List.of(), document(ours, "12/SNgV-VP"))).contains(MATCHES);
        assertThat(summary(List.of("Số 12 đã dùng."), document(ours, "12/SNgV-VP")))
                .doesNotContain(MATCHES)
                .contains("KHÔNG ĐẠT: Số 12 đã dùng.");
        assertThat(summary(List.of(), document(ours, "")))
                .doesNotContain(MATCHES)
                .contains(LACKS);
        assertThat(summary(List.of(), document(ours, "12/SNgV-VP"), document(ours, "")))
                .doesNotContain(MATCHES)
                .contains(LACKS);
        for (String code : List.of("12/UBND-VX", "")) {
            assertThat(summary(List.of(), document("SỞ NGOẠI VỤ TỈNH PHÚ YÊN", code)))
                    .doesNotContain(MATCHES)
                    .doesNotContain(LACKS);
        }
        assertThat(summary(List.of())).doesNotContain(MATCHES).doesNotContain(LACKS);
    }

    private static OfficialDocument document(String issuer, String code) {
        DocumentFields fields = DocumentFields.none().with(Field.ISSUER, issuer).with(Field.CODE, code);
        return new OfficialDocument("2", fields, "", Map.of(), 1, "", List.of(), List.of(), false, true);
    }

    private static String summary(List<String> problems, OfficialDocument... documents) throws Exception {
        Organization organization = OrganizationFile.load(Golden.CONF.resolve("organization.xml"));
        String login = "chuyenvien1@songoaivu.binhdinh.gov.vn";
        OutgoingMail mail = new OutgoingMail(
                new MessageReader(1000).header(new ByteArrayInputStream(new byte[0])),
                login,
                login,
                List.of("khach@congty.example"),
                List.of(),
                List.of(documents),
                false,
                OutgoingMail.NOTHING);
        return SubmissionSummary.of(organization, mail, Speaking.nothing(), problems);
    }
}
