package vn.vanthu.server.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
final class UserCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
