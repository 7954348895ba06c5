package vn.vanthu.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Role;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.Verification;
import vn.vanthu.server.backup.Confirmation;
import vn.vanthu.server.backup.Restore;
import vn.vanthu.server.backup.Restored;
import vn.vanthu.server.setup.GatewayConfiguration;

/** {@code ./vanthu restore}: a backup into an empty data folder; then its confirmation, before which no gateway starts. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Khôi phục vào thư mục dữ liệu trống. Sau đó phải xác nhận rồi cổng thư mới chạy:",
            "  ./vanthu restore --confirm --as LOGIN --last den/2026=123 --last di/2026=45",
            "Restores into an empty data folder; then --confirm tells the last number of each book that was given, and",
            "which held or queued mails were sent after the copy was made: none is numbered or sent twice."
        })
final class RestoreCommand extends ShellCommand {

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--confirm", description = "Xác nhận bản đã khôi phục / confirm what was restored")
    private boolean confirm;

    @Option(
            names = "--as",
            paramLabel = "LOGIN",
            description = "Người chịu trách nhiệm: lãnh đạo, Chánh Văn phòng hoặc văn thư / who answers for it")
    private String login = "";

    @Option(
            names = "--last",
            paramLabel = "BOOK/YEAR=N",
            description = "Số cuối cùng đã cấp của mỗi sổ / the last number given in each book: den/2026=123")
    private Map<String, Integer> last = Map.of();

    @Option(
            names = "--sent",
            paramLabel = "MA_THU",
            description = "Thư đã rời đi sau bản sao lưu, không gửi lại / a mail that left after the copy was made")
    private List<String> sent = List.of();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "Dấu niêm phong mới nhất đã biết (thư hằng ngày) / the newest seal head known outside")
    private String head = "";

    @Parameters(paramLabel = "BACKUP", arity = "0..1", description = "Thư mục vanthu-YYYYMMDD-HHMMSS")
    private @Nullable Path backup;

    @Override
    public Integer call() throws Exception {
        if (confirm == (backup != null)) {
            throw wrong("give a BACKUP, or --confirm");
        }
        if (backup != null) {
            new Restore(backup, folders.conf, folders.data, commandLine().getErr()::println).run();
            commandLine()
                    .getOut()
                    .println("Đã khôi phục / restored: " + folders.data
                            + "\nTiếp theo / next: ./vanthu restore --confirm --as LOGIN --last den/NĂM=SỐ ...");
            return 0;
        }
        return confirm();
    }

    private int confirm() throws Exception {
        Restored restored = Restored.in(folders.data)
                .orElseThrow(() -> wrong("--confirm: " + folders.data + " was not restored, or is confirmed already"));
        GatewayConfiguration configuration = folders.configuration();
        Confirmation.Known known = new Confirmation.Known(
                responsible(configuration), System.getProperty("user.name", ""), numbers(), mails());
        Verification proof = RegisterDatabase.verify(configuration.register(), head, rows -> {});
        commandLine()
                .getOut()
                .println(
                        proof.isIntact()
                                ? "Sổ nguyên vẹn / the register is intact"
                                : "Bản sao không tới dấu niêm phong đã biết, hoặc đã bị sửa / the copy ends before the"
                                        + " known seal, or was altered: " + proof.findings());
        new Confirmation(configuration, restored)
                .confirm(known)
                .forEach(commandLine().getOut()::println);
        return 0;
    }

    private String responsible(GatewayConfiguration configuration) {
        var organization = configuration.organization().get();
        return organization
                .person(organization.complete(login))
                .filter(person -> person.role().leadsAgency() || person.has(Role.OFFICE_HEAD) || person.has(Role.CLERK))
                .orElseThrow(() -> wrong("--as: found '" + login
                        + "'; allowed: the login of a leader, the head of the office or the clerk"))
                .address();
    }

    private Map<String, Integer> numbers() {
        last.forEach((book, number) -> {
            if (!book.matches("(den|di)/\\d{4}") || number < 0) {
                throw wrong("--last: found '" + book + "=" + number + "'; allowed: den/YEAR=N or di/YEAR=N");
            }
        });
        return last;
    }

    private List<MailId> mails() {
        return sent.stream()
                .map(id -> {
                    if (!MailId.isMailId(id)) {
                        throw wrong("--sent: found '" + id + "'; allowed: a mail id such as YMRR-5PA1-QPQK-EA1S");
                    }
                    return new MailId(id);
                })
                .toList();
    }

    private CommandLine.ParameterException wrong(String text) {
        return new CommandLine.ParameterException(commandLine(), text);
    }
}
