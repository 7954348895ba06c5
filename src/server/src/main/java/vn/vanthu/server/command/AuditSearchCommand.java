package vn.vanthu.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu audit search WORDS}: over the books and the mail log. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Tìm trong mọi sổ, không cần dấu: \"bao cao\" thấy \"Báo cáo\".",
            "Searches the books and the mails, without regard to diacritics and case."
        })
final class AuditSearchCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Parameters(paramLabel = "WORDS", arity = "1..*")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Nhiều nhất bao nhiêu dòng / at most so many (default: 50)")
    private int limit = 50;

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw register.wrong("--limit", String.valueOf(limit), "1 or more");
        }
        try (AuditDatabase database = register.open()) {
            database.search(String.join(" ", words), limit, register.writer());
        }
        return 0;
    }
}
