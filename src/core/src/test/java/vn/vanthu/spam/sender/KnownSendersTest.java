package vn.vanthu.spam.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.spam.rule.Symbol;

/** What counts for a sender, and that nobody gets it by writing an address. */
class KnownSendersTest {

    private final Organization office;

    KnownSendersTest() throws Exception {
        office = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
    }

    private List<String> names(String from, boolean proven, Set<String> answered, List<String> written) {
        return KnownSenders.symbols(office, from, proven, answered, written).stream()
                .map(Symbol::name)
                .toList();
    }

    private static Set<String> references(String header) throws Exception {
        byte[] message = (header + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return KnownSenders.references(new MessageReader(1 << 16).header(new ByteArrayInputStream(message)));
    }

    @Test
    void anAgencyOfTheStateCountsOnlyWhenItsDomainIsProven() {
        assertThat(names("so@tayninh.gov.vn", true, Set.of(), List.of())).containsExactly("OFFICIAL_AGENCY");
        assertThat(names("so@tayninh.gov.vn", false, Set.of(), List.of())).isEmpty();
        assertThat(names("so@gov.vn.attacker.example", true, Set.of(), List.of()))
                .isEmpty();
        assertThat(names("so@tayninhgov.vn", true, Set.of(), List.of())).isEmpty();
    }

    @Test
    void anAnswerNamesAMailThatWeSentToThisVeryAddress() throws Exception {
        Set<String> named = references("References: <a@x> <thu-1@songoaivu.example>\r\nIn-Reply-To: <b@x>");
        assertThat(named).containsExactlyInAnyOrder("<a@x>", "<b@x>", "<thu-1@songoaivu.example>");
        assertThat(names("dan@noikhac.example", false, named, List.of("<thu-1@songoaivu.example>")))
                .containsExactly("ANSWERS_US");
        assertThat(names("dan@noikhac.example", true, named, List.of("<khac@songoaivu.example>")))
                .containsExactly("CORRESPONDENT");
        assertThat(names("dan@noikhac.example", false, named, List.of("<khac@songoaivu.example>")))
                .isEmpty();
        assertThat(names("dan@noikhac.example", false, named, List.of())).isEmpty();
        assertThat(names("dan@noikhac.example", false, references("In-Reply-To: "), List.of("")))
                .isEmpty();
    }

    @Test
    void aHeaderOfTenThousandReferencesIsReadInBounds() throws Exception {
        assertThat(references("References: " + "<x@y> ".repeat(10_000) + "<last@y>"))
                .containsExactlyInAnyOrder("<x@y>", "<last@y>");
    }
}
