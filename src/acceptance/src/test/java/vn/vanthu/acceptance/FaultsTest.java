package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.FailingMailet;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** What fails by itself, or for good, stops nobody else, and ends. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsTest {

    /** More than the spooler has threads. */
    private static final int TOO_MANY = 20;

    private final Office office;

    FaultsTest() throws IOException {
        office = Office.open(FaultsTest::prepare);
    }

    private static void prepare(GatewayProcess gateway) throws IOException {
        String first = "<mailet match=\"All\" class=\"vn.vanthu.mailets.RecordMail\"/>";
        gateway.conf()
                .replace(
                        "mailetcontainer.xml",
                        first,
                        first + "<mailet match=\"All\" class=\"" + FailingMailet.class.getName() + "\"/>")
                .replace("mailetcontainer.xml", "<giveUpAfter>3d</giveUpAfter>", "<giveUpAfter>1s</giveUpAfter>");
    }

    @AfterAll
    void stop() throws IOException {
        office.close();
    }

    @Test
    void errorsInAMailetStopNoOtherMailAndTheAdminSendsThemOnOnceTheCauseIsGone() throws Exception {
        Path cause = Files.createFile(office.gateway().data().resolve("cause-of-errors"));
        List<Letter> bad = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            Letter letter = Letter.fromOutside("Quá sâu").withHeaders(FailingMailet.HEADER + ": " + cause + "\r\n");
            assertThat(office.receive(letter, "vanthu")).startsWith("250");
            bad.add(letter);
        }
        Letter good = Letter.fromOutside("Thư thường");
        assertThat(office.receive(good, "vanthu")).startsWith("250");
        assertThat(office.register().settledFrom(good.sender()).get("ket_qua")).isEqualTo("delivered");

        await().atMost(Duration.ofMinutes(1)).until(this::keptForTheAdmin, count -> count == TOO_MANY);
        assertThat(bad).allSatisfy(letter -> assertThat(
                        office.register().settledFrom(letter.sender()).get("ket_qua"))
                .isEqualTo("held"));
        Ended status = office.gateway().command("status", "--json");
        assertThat(status.output()).contains("\"name\":\"errors\",\"level\":\"alarm\",\"value\":\"" + TOO_MANY + "\"");
        assertThat(status.exitCode()).isEqualTo(1);

        Files.delete(cause);
        Ended replay = office.gateway().command("replay", "--all");
        assertThat(replay.exitCode()).as(replay.output()).isZero();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(bad).allSatisfy(letter -> assertThat(
                                office.register().settledFrom(letter.sender()).get("ket_qua"))
                        .isEqualTo("delivered")));
        assertThat(office.gateway().command("replay", "--list").exitCode()).isZero();
    }

    @Test
    void aDiskThatIsNearlyFullTakesNoNewMail() throws Exception {
        try (Office full = Office.open(gateway -> gateway.conf().set("vanthu.disk.reserve.megabytes", "100000000"))) {
            assertThat(full.receive(Letter.fromOutside("Đĩa đầy"), "vanthu")).startsWith("452 4.3.1");
            assertThat(full.gateway().command("status", "--json").output())
                    .contains("\"name\":\"disk\",\"level\":\"alarm\"");
        }
    }

    private long keptForTheAdmin() throws IOException {
        Path repository = office.gateway().data().resolve("mail").resolve("error");
        if (!Files.exists(repository)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".FileStreamStore"))
                    .count();
        }
    }

    @Test
    void mailThatIsDeferredForTooLongGoesBackToItsSender() throws Exception {
        String recipient = "khong.bao.gio@noikhac.example";
        office.outside().answering(recipient, Answer.DEFER);
        Letter letter = Letter.from(address("chuyenvien1"), "Chờ mãi");
        office.client("chuyenvien1").send(letter, recipient);

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("bounced");
        assertThat(office.register().outcomes(row.id()).get(0).get("tra_loi")).contains("451 4.7.1");
        await().untilAsserted(() -> assertThat(office.register()
                        .query(
                                "SELECT * FROM nhat_ky_thu WHERE nguoi_gui_phong_bi = '' AND nguoi_nhan = ?",
                                letter.sender()))
                .hasSize(1));
    }
}
