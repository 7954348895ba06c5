package vn.vanthu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

/** The demo office as it is shipped, and what follows from it. */
@ExtendWith(TurkishLocale.class)
class OrganizationTest {

    private static final String DOMAIN = "@songoaivu.binhdinh.gov.vn";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

    private final Organization office;

    OrganizationTest() throws ConfigurationException {
        office = OrganizationFile.load(Golden.CONF.resolve("organization.xml"));
    }

    @Test
    void itIsTheOfficeOfTheDesign() {
        assertThat(office.agency().symbol()).isEqualTo("SNgV");
        assertThat(office.agency().domain()).isEqualTo("songoaivu.binhdinh.gov.vn");
        assertThat(office.agency().registerAddress()).isEqualTo("so" + DOMAIN);
        assertThat(office.agency().noticesAddress()).isEqualTo("vanthu-he-thong" + DOMAIN);
        assertThat(office.people())
                .extracting(person -> person.address().replace(DOMAIN, "") + " "
                        + person.role().code())
                .containsExactly(
                        "giamdoc director",
                        "phogiamdoc standing-deputy",
                        "chanhvanphong office-head",
                        "vanthu clerk",
                        "truongphong.letan unit-head",
                        "truongphong.lanhsu unit-head",
                        "chuyenvien1 staff",
                        "chuyenvien2 staff");
        assertThat(office.mailboxes())
                .filteredOn(mailbox -> mailbox.kind().isShared())
                .extracting(Mailbox::address)
                .containsExactly("vp" + DOMAIN, "letan" + DOMAIN, "lanhsu" + DOMAIN);
    }

    @Test
    void loginsAreFullAddressesOrBareNamesInAnyCase() {
        Optional<Person> clerk = office.person("vanthu");
        assertThat(clerk).isPresent();
        assertThat(office.person("VANTHU" + DOMAIN)).isEqualTo(clerk);
        assertThat(office.person("VanThu@SoNgoaiVu.BinhDinh.GOV.VN")).isEqualTo(clerk);
        assertThat(office.person("CHUYENVIEN1")).isPresent();
        assertThat(office.person("vanthu@gmail.com")).isEmpty();
        assertThat(office.person("vp")).isEmpty();
        assertThat(office.person("")).isEmpty();
    }

    @Test
    void insideIsEveryAddressOfTheDomain() {
        assertThat(office.isInside("nobody" + DOMAIN)).isTrue();
        assertThat(office.isInside("nobody@SONGOAIVU.binhdinh.gov.vn")).isTrue();
        assertThat(office.isInside("nobody@songoaivu.binhdinh.gov.vn.")).isTrue();
        assertThat(office.isInside("x@mail.songoaivu.binhdinh.gov.vn")).isFalse();
        assertThat(office.isInside("x@songoaivu.binhdinh.gov.vn.example")).isFalse();
        assertThat(office.isInside("vanthu")).isFalse();
    }

    @Test
    void assignedPeopleSendAsAndOpenASharedMailboxAndNobodyElse() {
        assertThat(office.maySendAs("vanthu", "VP" + DOMAIN, DAY)).isTrue();
        assertThat(office.mayOpen("chanhvanphong", "vp", DAY)).isTrue();
        assertThat(office.maySendAs("giamdoc", "vp", DAY)).isFalse();
        assertThat(office.mayOpen("chuyenvien1", "lanhsu", DAY)).isFalse();
        assertThat(office.openableBy("chuyenvien1", DAY))
                .extracting(Mailbox::address)
                .containsExactly("letan" + DOMAIN);
        assertThat(office.readersOf("vp", DAY))
                .extracting(Person::address)
                .containsExactly("chanhvanphong" + DOMAIN, "vanthu" + DOMAIN);
    }

    @Test
    void aPersonHasOnlyHisOwnMailbox() {
        assertThat(office.maySendAs("chuyenvien1", "chuyenvien1", DAY)).isTrue();
        assertThat(office.mayOpen("chuyenvien1", "chuyenvien1", DAY)).isTrue();
        assertThat(office.maySendAs("giamdoc", "chuyenvien1", DAY)).isFalse();
        assertThat(office.maySendAs("nobody", "nobody", DAY)).isFalse();
        assertThat(office.maySendAs("vanthu", "so", DAY)).isFalse();
        assertThat(office.maySendAs("vanthu", "vanthu@gmail.com", DAY)).isFalse();
    }

    @Test
    void theDirectorApprovesForTheAgencyAndTheHeadForTheUnit() {
        assertThat(approvers("vp", "vanthu")).containsExactly("giamdoc", "phogiamdoc");
        assertThat(approvers("letan", "chuyenvien1")).containsExactly("truongphong.letan", "giamdoc", "phogiamdoc");
        assertThat(approvers("chuyenvien2", "chuyenvien2"))
                .containsExactly("truongphong.lanhsu", "giamdoc", "phogiamdoc");
        assertThat(approvers("giamdoc", "giamdoc")).containsExactly("phogiamdoc");
        assertThat(approvers("letan", "truongphong.letan")).containsExactly("giamdoc", "phogiamdoc");
    }

    private List<String> approvers(String mailbox, String requester) {
        return names(office, mailbox, requester, DAY);
    }

    private static List<String> names(Organization of, String mailbox, String requester, LocalDate day) {
        return of.approversFor(mailbox, requester, day).stream()
                .map(person -> person.address().replace(DOMAIN, ""))
                .toList();
    }

    @Test
    void placesAreFoundByAnyOfTheirNamesAndByAddress() {
        assertThat(office.place("ubnd  TỈNH")).map(Place::name).contains("UBND tỉnh Bình Định");
        assertThat(office.place("Sở Nội vu\u0323")).isPresent();
        assertThat(office.place("Sở Tài chính")).isEmpty();
        assertThat(office.placesOf("Ai-Do@sonoivu.example"))
                .extracting(Place::name)
                .containsExactly("Sở Nội vụ");
    }

    /** The days from 1 to 5 December 2026 are covered, the others are not. */
    @Nested
    class WithDates {

        private static final Period FIVE_DAYS = new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 5));

        private Organization with(List<Assignment> assignments, Approvals approvals) {
            return new Organization(
                    office.agency(), office.units(), office.people(), assignments, approvals, office.addressBook());
        }

        @Test
        void aDelegationHoldsFromItsFirstToItsLastDay() {
            Assignment task = new Assignment("chuyenvien1" + DOMAIN, "vp" + DOMAIN, true, false, FIVE_DAYS);
            Organization changed = with(List.of(task), office.approvals());
            assertThat(changed.maySendAs("chuyenvien1", "vp", LocalDate.of(2026, 11, 30)))
                    .isFalse();
            assertThat(changed.maySendAs("chuyenvien1", "vp", LocalDate.of(2026, 12, 1)))
                    .isTrue();
            assertThat(changed.maySendAs("chuyenvien1", "vp", LocalDate.of(2026, 12, 5)))
                    .isTrue();
            assertThat(changed.maySendAs("chuyenvien1", "vp", LocalDate.of(2026, 12, 6)))
                    .isFalse();
            assertThat(changed.mayOpen("chuyenvien1", "vp", LocalDate.of(2026, 12, 1)))
                    .isFalse();
        }

        @Test
        void whoIsAwayIsReplacedOrLeftOut() {
            Approvals.Absence head =
                    new Approvals.Absence("truongphong.letan" + DOMAIN, "chanhvanphong" + DOMAIN, FIVE_DAYS);
            Approvals.Absence director = new Approvals.Absence("giamdoc" + DOMAIN, null, FIVE_DAYS);
            Organization changed =
                    with(office.assignments(), new Approvals(false, true, false, List.of(), List.of(head, director)));
            assertThat(names(changed, "letan", "chuyenvien1", DAY)).containsExactly("chanhvanphong", "phogiamdoc");
            assertThat(names(changed, "letan", "chuyenvien1", DAY.plusDays(7)))
                    .containsExactly("truongphong.letan", "giamdoc", "phogiamdoc");
            assertThat(changed.isAbsent("GiamDoc", DAY)).isTrue();
        }

        @Test
        void aNamedApproverComesFirst() {
            Approvals.Rule rule = new Approvals.Rule("letan" + DOMAIN, "phogiamdoc" + DOMAIN, FIVE_DAYS);
            Organization changed =
                    with(office.assignments(), new Approvals(true, true, false, List.of(rule), List.of()));
            assertThat(names(changed, "letan", "phogiamdoc", DAY))
                    .containsExactly("phogiamdoc", "truongphong.letan", "giamdoc");
        }

        @Test
        void nobodyIsLeftWhenAllAreAway() {
            Approvals.Absence director = new Approvals.Absence("giamdoc" + DOMAIN, "phogiamdoc" + DOMAIN, FIVE_DAYS);
            Approvals.Absence deputy = new Approvals.Absence("phogiamdoc" + DOMAIN, "giamdoc" + DOMAIN, FIVE_DAYS);
            Organization changed =
                    with(office.assignments(), new Approvals(false, true, false, List.of(), List.of(director, deputy)));
            assertThat(names(changed, "vp", "vanthu", DAY)).isEmpty();
        }
    }
}
