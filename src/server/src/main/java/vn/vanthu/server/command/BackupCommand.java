package vn.vanthu.server.command;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.server.backup.Backup;

/** {@code ./vanthu backup}: one consistent copy of everything, while the gateway runs or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Sao lưu toàn bộ (sổ, thư, hàng đợi, kho lưu trữ, cấu hình, khóa), không phải dừng cổng thư.",
            "Copies everything (register, mail, queue, archive, configuration, keys) while the gateway runs."
        })
final class BackupCommand extends ShellCommand {

    @Mixin
    private Folders folders = new Folders();

    @Option(
            names = "--same-disk",
            description = "Chấp nhận thư mục cùng đĩa với dữ liệu / accept a folder on the data's own disk")
    private boolean sameDisk;

    @Parameters(paramLabel = "DIR", description = "Thư mục chứa mọi bản sao lưu / the folder of all backups")
    private Path target = Path.of("");

    @Override
    public Integer call() throws Exception {
        CommandLine line = commandLine();
        Backup backup = new Backup(folders.configuration(), target, line.getErr()::println);
        line.getOut().println(backup.make(sameDisk));
        return 0;
    }
}
