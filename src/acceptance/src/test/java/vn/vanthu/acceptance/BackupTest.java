package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;

/** A copy of a running office, put into an empty folder after the old one is gone. */
class BackupTest {

    private static final String YEAR = Year.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    private static final String OUTSIDE = "cho.thu@noikhac.example";
    private static final String SLOW = "chua.nhan@noikhac.example";

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasThereIsThereAgainAndNothingIsNumberedOrSentTwice() throws Exception {
        Letter before = Letter.fromOutside("Trước bản sao");
        Letter leftLater = Letter.from(address("vanthu"), "Rời đi sau bản sao");
        Letter waits = Letter.from(address("vanthu"), "Chưa rời đi");
        try (Office office = Office.open(gateway -> {})) {
            office.receive(before, "giamdoc");
            office.register().settledFrom(before.sender());
            reserve(office, 1);
            office.outside().answering(OUTSIDE, Answer.DEFER);
            office.outside().answering(SLOW, Answer.DEFER);
            office.client("vanthu").send(leftLater, OUTSIDE);
            office.client("vanthu").send(waits, SLOW);
            String unsent = office.register().about(waits.subject()).id();
            String sent = office.register().about(leftLater.subject()).id();

            Path backup = backup(office.gateway());
            assertThat(Files.getLastModifiedTime(backup.resolve("databases/james.zip")))
                    .as("what the register's copy calls delivered is in the mailboxes' copy")
                    .isGreaterThanOrEqualTo(Files.getLastModifiedTime(backup.resolve("databases/register.zip")));
            Ended inUse = office.gateway().command("restore", backup.toString());
            assertThat(inUse.output()).contains("holds data", "Stop the gateway");
            assertThat(inUse.exitCode()).isEqualTo(2);

            office.outside().answering(OUTSIDE, Answer.ACCEPT);
            office.register().settledAbout(leftLater.subject());
            reserve(office, 2);
            office.gateway().kill();

            GatewayProcess restored = GatewayProcess.in(folder.resolve("new")).sendingTo(office.outside());
            assertThat(restored.command("restore", backup.toString()).exitCode())
                    .isZero();
            confirm(restored, sent, unsent);
            restored.start();
            try (restored) {
                Office again = office.at(restored);
                reserve(again, 3);
                assertThat(again.register()
                                .query("SELECT so_ky_hieu, trang_thai FROM so_van_ban_di ORDER BY so_thu_tu"))
                        .extracting(row -> row.get("so_ky_hieu") + " " + row.get("trang_thai"))
                        .containsExactly("01/QĐ-SNgV reserved", " voided", "03/QĐ-SNgV reserved");
                try (Mailbox mailbox = again.client("giamdoc").open()) {
                    assertThat(mailbox.all("From")).containsOnlyOnce("<" + before.sender() + ">");
                }
                assertThat(again.register().settledAbout(leftLater.subject()).get("ket_qua"))
                        .isEqualTo("relayed");
                assertThat(office.outside().takenFor(OUTSIDE)).hasSize(1);
                assertThat(office.outside().takenFor(SLOW)).isEmpty();
                assertThat(again.register().about(waits.subject()).get("ket_qua"))
                        .isEqualTo("pending");
                assertThat(restored.command("audit", "verify").exitCode()).isZero();
            }
        }
    }

    private static void confirm(GatewayProcess restored, String sent, String unsent) throws Exception {
        assertThat(restored.startInVain().output()).contains("restore --confirm");
        Ended noHead = restored.command("restore", "--confirm", "--as", "vanthu");
        assertThat(noHead.output()).contains("--head: found ''");
        assertThat(noHead.exitCode()).isEqualTo(2);
        Ended tooFew = answer(restored, "--last", "den/" + YEAR + "=0");
        assertThat(tooFew.output())
                .contains("--last di/" + YEAR + "=N", "--sent " + sent + " | --unsent " + sent, "Chưa rời đi", SLOW)
                .doesNotContain("--last den/");
        assertThat(tooFew.exitCode()).isEqualTo(2);
        Ended oneLeftOut =
                answer(restored, "--last", "den/" + YEAR + "=0", "--last", "di/" + YEAR + "=2", "--unsent", unsent);
        assertThat(oneLeftOut.output()).contains("--sent " + sent).doesNotContain("--sent " + unsent);
        assertThat(oneLeftOut.exitCode()).isEqualTo(2);
        Ended whole = answer(
                restored,
                "--sent",
                sent,
                "--unsent",
                "all",
                "--last",
                "den/" + YEAR + "=0",
                "--last",
                "di/" + YEAR + "=2");
        assertThat(whole.exitCode()).as(whole.output()).isZero();
    }

    private static Ended answer(GatewayProcess restored, String... answers) throws Exception {
        List<String> words = new ArrayList<>(List.of("restore", "--confirm", "--as", "vanthu", "--head", "none"));
        words.addAll(List.of(answers));
        return restored.command(words.toArray(String[]::new));
    }

    @Test
    void aBackupThatCannotBeGoodIsRefusedAndNothingIsHalfDone() throws Exception {
        GatewayProcess stopped = GatewayProcess.in(folder.resolve("office"));
        assertThat(stopped.command("user", "list").exitCode()).isZero();
        Ended sameDisk = stopped.command(
                "backup", stopped.data().resolveSibling("copies").toString());
        assertThat(sameDisk.output()).contains("--same-disk");
        assertThat(sameDisk.exitCode()).isEqualTo(2);
        Path backup = backup(stopped);

        Ended full = stopped.command("restore", backup.toString());
        assertThat(full.output()).contains("holds data");
        assertThat(full.exitCode()).isEqualTo(2);

        Path huge = stopped.data().resolve("originals-huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            // Far more than there is: others give space back meanwhile.
            sparse.setLength(2 * huge.toFile().getUsableSpace());
        }
        Ended noRoom = stopped.command(
                "backup", stopped.data().resolveSibling("copies").toString(), "--same-disk");
        assertThat(noRoom.output()).containsPattern("has \\d+ MB left; needed: \\d+ MB");
        assertThat(noRoom.exitCode()).isEqualTo(2);
        Files.delete(huge);

        Path file = Files.createFile(folder.resolve("file"));
        assertThat(stopped.command("backup", file.toString()).output()).contains("is a file; allowed: a folder");
        assertThat(GatewayProcess.in(folder.resolve("nothing"))
                        .command("backup", folder.resolve("copies").toString())
                        .output())
                .contains("holds nothing to copy");

        GatewayProcess other = GatewayProcess.in(folder.resolve("other"));
        assertThat(other.command("restore", backup.toString()).exitCode()).isZero();

        other = GatewayProcess.in(folder.resolve("another"));
        Files.writeString(backup.resolve("conf/organization.xml"), "<!-- -->", StandardOpenOption.APPEND);
        Ended damaged = other.command("restore", backup.toString());
        assertThat(damaged.output()).contains("damaged: conf/organization.xml");
        assertThat(damaged.exitCode()).isEqualTo(2);
        assertThat(other.data()).doesNotExist();
        assertThat(other.command("restore", folder.toString()).output()).contains("is no backup");
    }

    /** A disk that becomes full in the middle, for the program: no file may grow beyond 100 kB. */
    @Test
    void whatBreaksOffInTheMiddleLeavesNothing() throws Exception {
        GatewayProcess office = GatewayProcess.in(folder.resolve("office"));
        assertThat(office.command("user", "list").exitCode()).isZero();
        Files.write(office.data().resolve("originals"), new byte[300_000]);
        Path backup = backup(office);
        Path copies = office.data().resolveSibling("copies");
        Path killed = Files.createDirectories(copies.resolve("vanthu-20260101-000000.partial"));

        office.under("prlimit", "--fsize=100000");
        Ended broken = office.command("backup", copies.toString(), "--same-disk");
        assertThat(broken.output()).contains("File too large").doesNotContain("\tat ");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(copies).isDirectoryNotContaining("glob:**.partial");
        assertThat(killed).doesNotExist();
        assertThat(onlyBackup(copies)).isEqualTo(backup);

        GatewayProcess other = GatewayProcess.in(folder.resolve("other")).under("prlimit", "--fsize=100000");
        Ended brokenRestore = other.command("restore", backup.toString());
        assertThat(brokenRestore.output()).contains("File too large").doesNotContain("\tat ");
        assertThat(brokenRestore.exitCode()).isEqualTo(2);
        assertThat(other.data()).doesNotExist();
        assertThat(other.under().command("restore", backup.toString()).exitCode())
                .isZero();
    }

    private static Path backup(GatewayProcess gateway) throws Exception {
        Path copies = gateway.data().resolveSibling("copies");
        Ended made = gateway.command("backup", copies.toString(), "--same-disk");
        assertThat(made.exitCode()).as(made.output()).isZero();
        return onlyBackup(copies);
    }

    private static Path onlyBackup(Path copies) throws Exception {
        try (Stream<Path> all = Files.list(copies)) {
            List<Path> backups = all.filter(
                            folder -> String.valueOf(folder.getFileName()).startsWith("vanthu-"))
                    .toList();
            assertThat(backups).hasSize(1);
            return backups.get(0);
        }
    }

    /** The clerk takes the next outgoing number by mail. */
    private static void reserve(Office office, int number) throws Exception {
        Letter command = Letter.from(address("vanthu"), "Cấp số " + number)
                .withBody("CẤP SỐ\nLoại: Quyết định\nTrích yếu: Số " + number + "\nNgười ký: Nguyễn Giám Đốc\n");
        office.client("vanthu").send(command, address("so"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> office.register().query("SELECT * FROM so_van_ban_di"), rows -> rows.size() == number);
    }
}
