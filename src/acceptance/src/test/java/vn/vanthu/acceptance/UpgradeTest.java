package vn.vanthu.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader;
import vn.vanthu.acceptance.harness.RunningCommand;

/** Today's program on the data folder of an older one: see README.md beside the packed folders. */
class UpgradeTest {

    private static final Path OLD = Path.of("src/test/resources/vn/vanthu/acceptance/upgrade/data-V3.tar.gz");
    /** The newest seal when the older program was stopped. */
    private static final String HEAD = "257f813d3ef79f1b76ca26234067f4f1f8db1b66b4285b706d78a3611c0c2e04";

    @Test
    void everythingOfTheOlderProgramIsThereAndTheWorkGoesOn() throws Exception {
        try (Office office = Office.open(gateway -> unpack(gateway.data()))) {
            try (Mailbox mailbox = office.client("giamdoc").open()) {
                assertThat(new String(mailbox.only("Message-ID", "<thu-cu-1@example.org>"), UTF_8))
                        .contains("xin hỏi thủ tục");
            }
            RegisterReader register = office.register();
            assertThat(register.settledAbout("Hỏi thủ tục từ năm trước").get("ket_qua"))
                    .isEqualTo("delivered");
            assertThat(register.query("SELECT * FROM so_van_ban_den WHERE so_ky_hieu = '123/UBND-VX'"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.get("so_den")).isEqualTo("01"));
            assertThat(register.query("SELECT * FROM so_van_ban_di WHERE so_ky_hieu = '02/QĐ-SNgV'"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.get("trang_thai")).isEqualTo("voided"));

            assertThat(office.outside().awaitMailFor("ban@noikhac.example").message())
                    .asString(UTF_8)
                    .contains("Hen gap lan hai");

            Letter letter = Letter.fromOutside("Sau khi nâng cấp");
            assertThat(office.receive(letter, "giamdoc")).startsWith("250");
            assertThat(register.settledFrom(letter.sender()).get("ket_qua")).isEqualTo("delivered");

            Ended verified = office.gateway().command("audit", "verify", "--head", HEAD);
            assertThat(verified.exitCode()).as(verified.output()).isZero();
            assertThat(verified.output()).contains("Nguyên vẹn");
        }
    }

    private static void unpack(Path data) throws java.io.IOException {
        Files.createDirectories(data);
        try {
            Ended tar = RunningCommand.start(List.of("tar", "-xzf", OLD.toString(), "-C", data.toString()), Map.of())
                    .await(60);
            assertThat(tar.exitCode()).as(tar.output()).isZero();
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
