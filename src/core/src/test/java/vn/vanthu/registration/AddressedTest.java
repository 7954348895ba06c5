package vn.vanthu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.register.book.DocumentFields;

class AddressedTest {

    private final Organization office;

    AddressedTest() throws Exception {
        office = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | UBND tỉnh; Sở Ngoại vụ",
                "Sở Ngoại vụ tỉnh Bình Định | Như trên; UBND tỉnh",
                "Các sở, ban, ngành thuộc tỉnh | Như trên",
                "Quý cơ quan | Như trên",
                "UBND tỉnh | Như trên; Sở Ngoại vụ",
                "'' | Như Điều 3; UBND tỉnh",
                "'' | UBND tỉnh; Các cơ quan, đơn vị",
                "'' | Như trên; UBND tỉnh",
                "'' | ''",
                "Phòng Lễ tân | Như trên",
                "Thủ trưởng cơ quan | ''",
            })
    void weAreMeant(String addressees, String places) {
        assertThat(toOthersOnly(addressees, places)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sở Tài chính | Như trên",
                "UBND tỉnh; Quỹ Bảo lãnh tín dụng | Như trên; Sở Tài chính",
                "'' | UBND tỉnh; Sở Tài chính",
            })
    void onlyOthersAreNamed(String addressees, String places) {
        assertThat(toOthersOnly(addressees, places)).isTrue();
    }

    private boolean toOthersOnly(String addressees, String places) {
        return Addressed.toOthersOnly(
                new OfficialDocument(
                        "1",
                        DocumentFields.none(),
                        "",
                        Map.of(),
                        1,
                        "",
                        List.of(places.split("; ")),
                        addressees.isEmpty() ? List.of() : List.of(addressees.split("; ")),
                        false,
                        true),
                office);
    }
}
