package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu approvals}: what waits for an approval, and what was decided. It decides nothing. */
@Command(
        name = "approvals",
        mixinStandardHelpOptions = true,
        description = {
            "Thư đang chờ duyệt, rồi những thư đã quyết định (chỉ xem; người duyệt quyết định bằng thư).",
            "Mails that wait for approval, then those decided (to look at; approvers decide by mail)."
        })
final class ApprovalsCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Option(names = "--pending", description = "Chỉ những thư đang chờ / only those that wait")
    private boolean pending;

    @Override
    public Integer call() throws Exception {
        try (AuditDatabase database = register.open()) {
            database.approvals(pending, register.writer());
        }
        return 0;
    }
}
