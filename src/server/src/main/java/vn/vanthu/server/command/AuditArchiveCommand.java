package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu audit archive}: exit code 1 when something was found. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "Đối chiếu thư mục lưu trữ văn bản với sổ: tệp thiếu, bị sửa, thừa, đã xóa vì mật.",
            "Compares the archive folder with the register: files missing, altered, extra, spilled."
        })
final class AuditArchiveCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Option(
            names = "--verify",
            description = "Đọc lại nội dung từng tệp, không chỉ kích thước / read every file, not only its size")
    private boolean verify;

    @Option(names = "--year", paramLabel = "YEAR", description = "Chỉ năm này / this year only")
    private int year;

    @Override
    public Integer call() throws Exception {
        try (AuditDatabase database = register.open()) {
            return database.archive(register.archive(), year, verify, register.writer()) == 0 ? 0 : 1;
        }
    }
}
