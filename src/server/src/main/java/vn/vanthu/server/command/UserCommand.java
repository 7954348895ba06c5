package vn.vanthu.server.command;

import picocli.CommandLine.Command;

/** {@code ./vanthu user}: accounts. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {"Tài khoản của cán bộ, công chức.", "Accounts."},
        subcommands = {
            UserCommands.Add.class,
            UserCommands.Import.class,
            UserCommands.Passwd.class,
            UserCommands.Lock.class,
            UserCommands.Unlock.class,
            UserCommands.ListAll.class
        })
final class UserCommand extends CommandGroup {}
