package vn.vanthu.server.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.register.audit.AuditDatabase;

/** {@code ./vanthu audit trail}: everything that happened to one mail. */
@Command(
        name = "trail",
        mixinStandardHelpOptions = true,
        description = {"Mọi việc đã xảy ra với một bức thư.", "Everything that happened to one mail."})
final class AuditTrailCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Parameters(paramLabel = "MA_THU", description = "Mã thư (X-VanThu-Id) / the mail's id")
    private String id = "";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String wanted = id.strip().toUpperCase(Locale.ROOT);
        if (spec != null && !MailId.isMailId(wanted)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "found '" + id + "'; allowed: a mail's id such as 7ZK2-0Q9D-M4TX-1B8C");
        }
        try (AuditDatabase database = register.open()) {
            database.trail(new MailId(wanted), register.writer());
        }
        return 0;
    }
}
