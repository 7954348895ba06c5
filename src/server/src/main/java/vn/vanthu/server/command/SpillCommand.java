package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.server.setup.WebAdmin;

/** {@code ./vanthu spill}: a mail that bears a secret is erased wherever this gateway keeps it. */
@Command(
        name = "spill",
        mixinStandardHelpOptions = true,
        description = {
            "Xóa một thư mang bí mật nhà nước khỏi mọi nơi: hộp thư, kho lưu trữ, hàng đợi, thư đang giữ, nội dung"
                    + " trong sổ.",
            "Việc xóa được ghi sổ và niêm phong; Giám đốc và Chánh Văn phòng được báo. Cổng thư phải đang chạy.",
            "Erases a mail that bears a secret: mailboxes, archive, queues, held mails, content in the register. The"
                    + " erasure is",
            "a sealed row; the director and the Office head are told. The gateway must run."
        })
final class SpillCommand extends ShellCommand {

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--as", paramLabel = "LOGIN", description = "Theo lệnh của ai / by whose order")
    private String as = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Ghi vào nhật ký / stands in the log")
    private String reason = "Thư mang bí mật nhà nước";

    @Parameters(paramLabel = "MA_THU", description = "Mã thư, như trong X-VanThu-Id / the mail's id")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        CommandLine line = commandLine();
        if (!MailId.isMailId(id)) {
            throw new CommandLine.ParameterException(
                    line, "found '" + id + "'; allowed: a mail's id such as 7ZK2-0Q9D-M4TX-1B8C");
        }
        Organization organization = folders.configuration().organization().get();
        String login = as.isEmpty() ? "" : organization.complete(as);
        if (!login.isEmpty() && organization.person(login).isEmpty()) {
            throw new CommandLine.ParameterException(
                    line, "--as: found '" + as + "'; allowed: a person in organization.xml");
        }
        return print(gateway(line).spill(id, login, SystemUser.name(), reason), line.getOut());
    }

    private WebAdmin gateway(CommandLine line) {
        try {
            return WebAdmin.of(folders.data);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    line, e.getMessage() + "; start it first: only it can erase from mailboxes and queues", e);
        }
    }

    private static int print(String done, PrintWriter out) {
        if (done.isEmpty()) {
            out.println("Không có thư nào mang mã này / no mail has this id");
            return 1;
        }
        out.println(done);
        out.println("Chạy lại sau một phút là an toàn, và xóa nốt bản đang trên đường đi lúc này.");
        out.println("Run it again after a minute: it erases what was just on its way.");
        return 0;
    }
}
