package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;

/** {@code ./vanthu spill}: a secret that was found later is gone from everything that the gateway keeps. */
@ExtendWith(SharedOffice.class)
class SpillTest {

    private final Office office;

    SpillTest(Office office) {
        this.office = office;
    }

    @Test
    void aDeliveredMailIsErasedWithItsNoticesAndTheRestOfTheRegisterStaysProven() throws Exception {
        Letter letter = Letter.fromOutside("Loi ra ngoai");
        office.receive(letter, "chuyenvien1", "giamdoc");
        String id = office.register().settledFrom(letter.sender()).id();
        office.mailIn("chuyenvien1", id);

        assertThat(spill(id)).contains("chuyenvien1", "giamdoc", "register", "out of reach", "backups");

        try (Mailbox mailbox = office.client("chuyenvien1").open()) {
            assertThat(mailbox.all("X-VanThu-Id")).doesNotContain(id);
        }
        Row row = office.register()
                .query("SELECT * FROM nhat_ky_thu WHERE ma_thu = ?", id)
                .get(0);
        assertThat(row.get("chu_de") + row.get("sha256")).doesNotContain("Loi ra ngoai");
        assertThat(row.get("nguoi_gui_phong_bi")).isEqualTo(letter.sender());
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        office.register().mails("chu_de", "Đã xóa một thư mang bí mật nhà nước"))
                .anySatisfy(notice -> assertThat(notice.get("nguoi_nhan")).contains("giamdoc", "chanhvanphong")));
        assertThat(office.register().query("SELECT * FROM nhat_ky_quan_tri WHERE doi_tuong = ?", id))
                .anyMatch(act -> act.get("chi_tiet").contains("chuyenvien1"));
        assertThat(spill("0000-0000-0000-0000")).contains("no mail has this id");
    }

    @Test
    void aHeldMailIsReleasedByNobodyAnyMore() throws Exception {
        Letter letter = Letter.from(address("chuyenvien1"), "Ke hoach quoc phong");
        office.client("chuyenvien1").send(letter, address("chuyenvien2"));
        String id = office.register().about(letter.subject()).id();
        String asked = "Đề nghị xác nhận: " + letter.subject() + " (" + id + ")";
        office.register().settledAbout(asked);

        assertThat(spill(id)).contains("held mail", "chanhvanphong");

        Path held = office.gateway().data().resolve("held");
        try (Stream<Path> files = Files.walk(held)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, letter.subject())))
                    .isEmpty();
        }
        assertThat(office.register().mails("chu_de", asked)).isEmpty();
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        office.register().outcomesInWords(id))
                .isEqualTo(address("chuyenvien2") + "=refused"));
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(text);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private String spill(String id) throws Exception {
        return office.gateway().command("spill", id).output();
    }
}
