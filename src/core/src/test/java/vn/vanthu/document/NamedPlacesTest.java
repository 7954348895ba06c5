package vn.vanthu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.Approvals;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.DocumentFields;

final class NamedPlacesTest {

    private static final Place PROVINCE = new Place(
            "UBND tỉnh Bình Định", List.of("UBND tỉnh"), List.of("vanphong@ubnd.example"), List.of("ubnd.example"));
    private static final Place HOME = new Place("Sở Nội vụ", List.of(), List.of("vanthu@sonoivu.example"), List.of());
    private static final Organization OFFICE = new Organization(
            new Agency("Sở Ngoại vụ", "SNgV", List.of("songoaivu.example"), "vp@songoaivu.example", List.of()),
            List.of(),
            List.of(),
            List.of(),
            new Approvals(false, true, false, List.of(), List.of()),
            List.of(PROVINCE, HOME));

    @Test
    void theEnvelopeThatTheDocumentNamesAgrees() {
        assertThat(compared(
                                document(
                                        List.of("Như trên", "Lãnh đạo Sở", "Như Điều 2"),
                                        List.of("UBND tỉnh", "Sở Nội vụ")),
                                "a@ubnd.example",
                                "vanthu@sonoivu.example",
                                "giamdoc@songoaivu.example")
                        .agrees())
                .isTrue();
    }

    @Test
    void aNamedPlaceThatGetsNothingIsMissing() {
        NamedPlaces places = compared(document(List.of("UBND tỉnh", "Sở Nội vụ"), List.of()), "vanphong@ubnd.example");

        assertThat(places.missing()).containsExactly(HOME);
        assertThat(places.extra()).isEmpty();
    }

    @Test
    void aRecipientOutsideWhomTheDocumentDoesNotNameIsExtra() {
        NamedPlaces places =
                compared(document(List.of("UBND tỉnh"), List.of()), "vanphong@ubnd.example", "vanthu@sonoivu.example");

        assertThat(places.extra()).containsExactly("vanthu@sonoivu.example");
    }

    @Test
    void aPlaceThatTheAddressBookDoesNotKnowIsTold() {
        assertThat(compared(document(List.of("Bộ Ngoại giao"), List.of())).unknown())
                .containsExactly("Bộ Ngoại giao");
    }

    private static NamedPlaces compared(OfficialDocument document, String... recipients) {
        return NamedPlaces.of(document, List.of(recipients), OFFICE);
    }

    private static OfficialDocument document(List<String> places, List<String> addressees) {
        return new OfficialDocument("1", DocumentFields.none(), "", Map.of(), 0.9, "", places, addressees, false, true);
    }
}
