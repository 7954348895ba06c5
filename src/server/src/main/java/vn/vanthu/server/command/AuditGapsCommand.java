package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu audit gaps}: exit code 1 when something was found. */
@Command(
        name = "gaps",
        mixinStandardHelpOptions = true,
        description = {
            "Số thiếu, số trùng, số ngược ngày, văn bản vào sổ chậm.",
            "Missing and double numbers, numbers out of date order, documents entered late."
        })
final class AuditGapsCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Override
    public Integer call() throws Exception {
        try (AuditDatabase database = register.open()) {
            return database.gaps(register.writer()) == 0 ? 0 : 1;
        }
    }
}
