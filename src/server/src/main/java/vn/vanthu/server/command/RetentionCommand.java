package vn.vanthu.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.backup.RetentionPeriods;
import vn.vanthu.server.backup.YearExport;
import vn.vanthu.server.setup.GatewayConfiguration;

/** {@code ./vanthu retention}: how long records are kept, and closed years as exports that prove themselves. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = {"Thời hạn bảo quản; xuất năm đã khóa sổ.", "How long records are kept; closed years as exports."
        },
        subcommands = {RetentionCommand.Periods.class, RetentionCommand.Export.class})
final class RetentionCommand extends CommandGroup {

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Hồ sơ của một năm phải giữ đến bao giờ.", "Until when the records of a year are kept."})
    static final class Periods extends ShellCommand {

        /** Taken as every command takes them, though nothing is read from there. */
        @Mixin
        private Folders folders = new Folders();

        @Parameters(paramLabel = "YEAR")
        private int year;

        @Override
        public Integer call() {
            if (year < 1900 || year > 2999) {
                throw new CommandLine.ParameterException(
                        commandLine(), "YEAR: found '" + year + "'; allowed: a year such as 2026");
            }
            PrintWriter out = commandLine().getOut();
            for (RetentionPeriods.Item item : RetentionPeriods.all()) {
                out.println(item.name() + ": " + item.until(year) + " (" + item.source() + ")");
            }
            return 0;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Xuất một năm đã khóa sổ (sổ có niêm phong, kho lưu trữ), tự chứng minh được; không xóa dòng nào của"
                        + " sổ.",
                "Exports a closed year (sealed register, archive) so that it proves itself; no row of the register"
                        + " goes."
            })
    static final class Export extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        @Parameters(index = "0", paramLabel = "YEAR")
        private int year;

        @Parameters(index = "1", paramLabel = "DIR", description = "Thư mục chứa các bản xuất / folder of all exports")
        private Path target = Path.of("");

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                required = true,
                description = "Nhân danh ai / in whose name: a person in organization.xml")
        private String as = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Vì sao / why")
        private String reason = "";

        @Option(
                names = "--leave",
                description =
                        "Sau khi bản xuất đã kiểm tra, đưa tệp của năm đó ra khỏi kho lưu trữ / afterwards take the"
                                + " year's files out of the archive folder")
        private boolean leave;

        @Override
        public Integer call() throws Exception {
            CommandLine line = commandLine();
            GatewayConfiguration configuration = folders.configuration();
            Organization organization = configuration.organization().get();
            String login = organization.complete(as);
            if (organization.person(login).isEmpty()) {
                throw new CommandLine.ParameterException(
                        line, "--as: found '" + as + "'; allowed: a person in organization.xml");
            }
            try (RegisterDatabase register = folders.register(configuration)) {
                YearExport export = new YearExport(configuration, year, line.getErr()::println);
                Path made = export.make(register, target, act(login, AdminAct.Action.YEAR_EXPORTED));
                if (leave) {
                    export.leave(register, made, act(login, AdminAct.Action.YEAR_LEFT));
                }
                line.getOut().println(made);
                return 0;
            }
        }

        private AdminAct act(String login, AdminAct.Action action) {
            String key = "shell:" + UUID.randomUUID();
            return new AdminAct(Instant.now(), login, SystemUser.name(), action, String.valueOf(year), reason, key);
        }
    }
}
