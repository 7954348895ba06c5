package vn.vanthu.server.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.server.setup.WebAdmin;

/** {@code ./vanthu replay}: mails that failed by themselves go through the whole pipeline again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Thư lỗi đang bị giữ: liệt kê, hoặc cho đi lại từ đầu sau khi đã sửa nguyên nhân.",
            "Mails in the error repository: lists them, or sends them through the pipeline again."
        })
final class ReplayCommand extends ShellCommand {

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--list", description = "Chỉ liệt kê / only list them")
    private boolean list;

    @Option(names = "--all", description = "Mọi thư / all of them")
    private boolean all;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Tên như --list in ra / a name as --list prints it")
    private List<String> names = List.of();

    @Override
    public Integer call() throws Exception {
        CommandLine line = commandLine();
        if ((list ? 1 : 0) + (all ? 1 : 0) + (names.isEmpty() ? 0 : 1) != 1) {
            throw new CommandLine.ParameterException(line, "give one of --list, --all, or names");
        }
        WebAdmin gateway = WebAdmin.of(folders.data);
        List<String> failed = gateway.failedMails();
        PrintWriter out = line.getOut();
        if (list) {
            failed.forEach(out::println);
            if (failed.isEmpty()) {
                out.println("không có thư lỗi nào / no mail failed");
            }
            return failed.isEmpty() ? 0 : 1;
        }
        for (String name : names) {
            if (!failed.contains(name)) {
                throw new CommandLine.ParameterException(line, "found '" + name + "'; allowed: a name from --list");
            }
        }
        for (String name : all ? failed : names) {
            gateway.replay(name);
            out.println(name + "  đi lại từ đầu / goes through the pipeline again");
        }
        return 0;
    }
}
