package vn.vanthu.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Role;
import vn.vanthu.register.store.AuditAccess;
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
            "  ./vanthu restore --confirm --as LOGIN --head HASH --last den/2026=123 --last di/2026=45",
            "Restores into an empty data folder; then --confirm tells the newest seal head known outside, the last"
                    + " number",
            "of each book that was given, and which held or queued mails left after the copy was made: none is"
                    + " numbered or",
            "sent twice. What is missing is listed."
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
            names = "--lost",
            paramLabel = "TOTAL",
            description = "Tổng số bị mất của các sổ, khi hơn 50 số / how many numbers are lost in all books together,"
                    + " when they are more than 50")
    private @Nullable Integer lost;

    @Option(
            names = "--sent",
            paramLabel = "MA_THU",
            description = "Thư đã rời đi sau bản sao lưu, không gửi lại / a mail that left after the copy was made")
    private List<String> sent = List.of();

    @Option(
            names = "--unsent",
            paramLabel = "MA_THU|all",
            description = "Thư chưa rời đi, được gửi tiếp / a mail that did not leave and goes on; all: the others")
    private List<String> unsent = List.of();

    @Option(
            names = "--head",
            paramLabel = "FILE|HASH|none",
            description = "Dấu niêm phong mới nhất đã biết bên ngoài (thư hằng ngày) / the newest seal head known"
                    + " outside (daily mail); none when nobody has one")
    private String head = "";

    @Option(
            names = "--altered",
            description = "Chấp nhận sổ đã bị sửa; được ghi vào nhật ký / accept a register that was altered; it is"
                    + " recorded")
    private boolean altered;

    @Parameters(paramLabel = "BACKUP", arity = "0..1", description = "Thư mục vanthu-YYYYMMDD-HHMMSS")
    private @Nullable Path backup;

    @Override
    public Integer call() throws Exception {
        if (confirm == (backup != null)) {
            throw wrong("give a BACKUP, or --confirm");
        }
        if (backup != null) {
            new Restore(backup, folders.conf, folders.data, err()::println).run();
            out().println("Đã khôi phục / restored: " + folders.data
                    + "\nTiếp theo / next: ./vanthu restore --confirm --as LOGIN --head HASH --last den/NĂM=SỐ ...");
            return 0;
        }
        return confirm();
    }

    private int confirm() throws Exception {
        Restored restored = Restored.in(folders.data)
                .orElseThrow(() -> wrong("--confirm: " + folders.data + " was not restored, or is confirmed already"));
        if (!restored.whole()) {
            throw wrong("--confirm: the restore of " + restored.backup() + " was interrupted; run it again");
        }
        GatewayConfiguration configuration = folders.configuration();
        String answersForIt = responsible(configuration);
        CopyProof proof = proof(configuration);
        proof.alterations().forEach(out()::println);
        if (!proof.alterations().isEmpty() && !altered) {
            err().println(
                            "Sổ trong bản sao đã bị sửa, chưa xác nhận gì: lấy bản sao khác, hoặc chấp nhận bằng --altered /"
                                    + " the register in the copy was altered, nothing was confirmed: take another backup, or accept it"
                                    + " with --altered");
            return 1;
        }
        out().println(proof.text());
        Confirmation.Known known = known(answersForIt, proof.text());
        new Confirmation(configuration, restored).confirm(known).forEach(out()::println);
        return 0;
    }

    private Confirmation.Known known(String answersForIt, String proof) {
        List<String> named = unsent.stream().filter(id -> !id.equals("all")).toList();
        return new Confirmation.Known(
                answersForIt,
                SystemUser.name(),
                numbers(),
                lost == null ? OptionalInt.empty() : OptionalInt.of(lost),
                mails("--sent", sent),
                mails("--unsent", named),
                unsent.contains("all"),
                proof);
    }

    /** What the newest seal that is known outside says of the copy. */
    private CopyProof proof(GatewayConfiguration configuration) throws Exception {
        String known = head.equals("none")
                ? ""
                : KnownHead.in(head)
                        .orElseThrow(() -> wrong("--head: found '" + head + "'; allowed: " + KnownHead.ALLOWED
                                + "; or none, when nobody has one"));
        return CopyProof.of(AuditAccess.verify(configuration.register(), known, rows -> {}), known);
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

    private List<MailId> mails(String option, List<String> ids) {
        return ids.stream()
                .map(id -> {
                    if (!MailId.isMailId(id)) {
                        throw wrong(option + ": found '" + id + "'; allowed: a mail id such as YMRR-5PA1-QPQK-EA1S");
                    }
                    return new MailId(id);
                })
                .toList();
    }

    private CommandLine.ParameterException wrong(String text) {
        return new CommandLine.ParameterException(commandLine(), text);
    }
}
