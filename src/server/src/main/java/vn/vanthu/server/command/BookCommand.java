package vn.vanthu.server.command;

import picocli.CommandLine.Command;

/** {@code ./vanthu book}: what the clerk does by mail, for the administrator's shell. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description = {
            "Cấp số, vào sổ, sửa, hủy, khóa sổ thay văn thư; cả tài khoản và người gõ lệnh đều được ghi lại.",
            "Keeps the books in the clerk's name; both that login and who typed it are recorded."
        },
        subcommands = {
            BookCommands.Reserve.class,
            BookCommands.Add.class,
            BookCommands.Issue.class,
            BookCommands.Correct.class,
            BookCommands.Void.class,
            BookCommands.Close.class,
            BookListCommand.class
        })
final class BookCommand extends CommandGroup {}
