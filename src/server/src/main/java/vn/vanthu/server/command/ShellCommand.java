package vn.vanthu.server.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A command that does something and ends with an exit code. */
abstract class ShellCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    final CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli gives the spec");
        }
        return spec.commandLine();
    }

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }
}
