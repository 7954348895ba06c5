package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu book list}: the books, or the numbers that are kept. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"Các sổ: năm, còn mở hay đã khóa, số cuối cùng.", "The books: year, open or closed, last number."
        })
final class BookListCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Option(names = "--reserved", description = "Những số đang giữ, chưa dùng / numbers that are kept, not used yet")
    private boolean reserved;

    @Override
    public Integer call() throws Exception {
        try (AuditDatabase database = register.openUnnoted()) {
            if (reserved) {
                database.reserved(register.writer());
            } else {
                database.books(register.writer());
            }
        }
        return 0;
    }
}
