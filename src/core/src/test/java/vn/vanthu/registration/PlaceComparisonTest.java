package vn.vanthu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.DocumentFields;

class PlaceComparisonTest {

    private static final String UBND = "vanphong@ubnd.binhdinh.example";
    private static final String OUTSIDER = "ai-do@gmail.example";

    private final Organization office;

    PlaceComparisonTest() throws Exception {
        office = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
    }

    private PlaceComparison compare(List<String> places, List<String> addressees, String... recipients) {
        OfficialDocument document =
                new OfficialDocument("1", DocumentFields.none(), "", Map.of(), 1, "", places, addressees, false, true);
        return PlaceComparison.of(document, List.of(recipients), office);
    }

    @Test
    void whatIsNamedAndWhatIsSentAgree() {
        PlaceComparison comparison = compare(
                List.of("Như trên", "Giám đốc Sở", "Phòng Lễ tân", "Lưu: VT"),
                List.of("UBND tỉnh", "Sở Nội vụ"),
                UBND,
                "ai-cung-duoc@sonoivu.example",
                "giamdoc@songoaivu.binhdinh.gov.vn");
        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.unknown()).isEmpty();
    }

    @Test
    void theMissingAndTheExtraAreNamed() {
        PlaceComparison comparison =
                compare(List.of("Như trên", "SỞ NỘI VỤ"), List.of("Ủy ban nhân dân tỉnh Bình Định"), UBND, OUTSIDER);
        assertThat(comparison.missing()).extracting(Place::name).containsExactly("Sở Nội vụ");
        assertThat(comparison.extra()).containsExactly(OUTSIDER);
    }

    @Test
    void anAddressMayBelongToANameThatIsNotInTheBook() {
        PlaceComparison comparison =
                compare(List.of("UBND tỉnh", "Trường Đại học Quy Nhơn"), List.of(), UBND, OUTSIDER);
        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.unknown()).containsExactly("Trường Đại học Quy Nhơn");
    }
}
