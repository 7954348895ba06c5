package vn.vanthu.register.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Commands;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.command.clerk.ClerkCommands;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;

/** The clerk's commands on a real register: every mail run twice, as after a crash. */
class ClerkCommandsTest {

    private static final String CLERK = "vanthu@songoaivu.binhdinh.gov.vn";

    private RegisterDatabase register;
    private Commands commands;
    private Organization organization;
    private int mails;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        RegisterSettings settings = RegisterSettings.embedded(folder);
        register = RegisterDatabase.open(settings, Clock.systemUTC());
        organization = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
        commands = new Commands(ClerkCommands.of(
                register.books(),
                new StoredBookReports(settings, () -> "Sở Ngoại vụ"),
                Duration.ofDays(30),
                entry -> {}));
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void numbersFollowEachOtherWhateverIsRunAgain() throws Exception {
        String decision = "cap so\nloai: quyet dinh\ntrich yeu: Về quy chế\nnguoi ky: A\n";
        assertThat(twice(decision).vietnamese()).contains("Đã cấp số: 01/QĐ-SNgV");
        assertThat(twice(decision).vietnamese()).contains("Đã cấp số: 02/QĐ-SNgV");
        assertThat(twice("CẤP SỐ\nLoại: Công văn\nTrích yếu: X\nNgười ký: A\n").vietnamese())
                .contains("Đã cấp số: 03/SNgV-VP");
        assertThat(twice("CẤP SỐ\nLoại: CV\nĐơn vị: Phòng Lễ tân\nTrích yếu: X\nNgười ký: A\n")
                        .isDone())
                .isEqualTo(twice("CẤP SỐ\nLoại: CV\nĐơn vị: LT\nTrích yếu: X\nNgười ký: A\n")
                        .isDone());
    }

    @Test
    void correctionsAndVoidsAreDoneOnce() throws Exception {
        twice("CẤP SỐ\nLoại: Chỉ thị\nTrích yếu: Sai\nNgười ký: A\n");
        assertThat(twice("SỬA 01/CT-SNgV\nTrích yếu: Đúng\nLý do: nhầm\n").vietnamese())
                .contains("Trích yếu: Đúng");
        assertThat(twice("SỬA 01 đi\nTrích yếu: Đúng\n").vietnamese()).contains("Thiếu dòng \"Lý do:\"");
        assertThat(twice("SỬA 01/QĐ-SNgV\nTrích yếu: X\nLý do: y\n").vietnamese())
                .contains("số 01 là 01/CT-SNgV");
        assertThat(twice("HUỶ 01/CT-SNgV lý do: không ban hành").vietnamese())
                .contains("Đã hủy số 01/CT-SNgV", "Lý do: không ban hành");
        assertThat(twice("SỬA 01 đi\nTrích yếu: X\nLý do: y\n").isDone()).isFalse();
        assertThat(twice("HỦY 99 đi\nLý do: y\n").vietnamese()).contains("Không có số 99");
    }

    @Test
    void papersNeedADateThatCanBe() throws Exception {
        String paper = "VÀO SỔ\nSố ký hiệu: 1/UBND\nNgày: %s\nCơ quan: UBND tỉnh\nTrích yếu: X\n";
        assertThat(twice(paper.formatted("31/02/2020")).vietnamese()).contains("không phải là ngày");
        assertThat(twice(paper.formatted("23/11/2099")).vietnamese()).contains("còn chưa tới");
        assertThat(twice(paper.formatted("ngày 3 tháng 2 năm 2020")).vietnamese())
                .contains("Số đến: 01", "Ngày: 03/02/2020");
        assertThat(twice(paper.formatted("3.2.2020")).vietnamese()).contains("Số đến: 02", "CHÚ Ý");
        assertThat(twice("TIM ubnd tinh").vietnamese()).contains("Tìm thấy 2");
    }

    /** Runs a mail and runs it again: the answer is the same. */
    private Answer twice(String text) throws Exception {
        Submitter submitter = new Submitter(CLERK, MailId.ofMailName("mail " + ++mails), Instant.now(), false, "");
        Answer first = commands.answer(MailCommand.read(text), submitter, organization);
        Answer again = commands.answer(MailCommand.read(text), submitter, organization);
        assertThat(again.text()).isEqualTo(first.text());
        return first;
    }
}
