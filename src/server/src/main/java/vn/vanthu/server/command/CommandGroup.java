package vn.vanthu.server.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A command that has subcommands only: typed alone, it shows them. */
abstract class CommandGroup implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
