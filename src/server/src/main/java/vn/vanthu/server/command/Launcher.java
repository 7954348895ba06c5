package vn.vanthu.server.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.server.Runtimes;

/** {@code ./vanthu}: exit code 0 done, 1 found what was asked about, 2 wrong usage or configuration. */
@Command(
        name = "vanthu",
        mixinStandardHelpOptions = true,
        version = "VanThu 0.1.0",
        description = {
            "Văn thư trong máy chủ thư: thư công vụ theo quy chế, trên Apache James.",
            "The records clerk inside the mail server."
        },
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            TextCommands.class,
            UserCommand.class,
            BookCommand.class,
            DnsCommand.class,
            AuditCommand.class,
            ApprovalsCommand.class,
            StatusCommand.class,
            ReplayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            LimitCommands.class,
            SpillCommand.class,
            RetentionCommand.class,
            SpamCommands.class
        })
public final class Launcher extends CommandGroup {

    public static void main(String[] arguments) {
        boolean text = arguments.length > 0 && arguments[0].equals("text");
        if (!text) {
            Runtimes.logNothing();
        }
        System.exit(text ? runText(arguments) : run(arguments));
    }

    /** A filter for texts must start at once: without the classes and the log of all the other commands. */
    private static int runText(String... arguments) {
        CommandLine command = new CommandLine(new TextCommands()).setCommandName("vanthu text");
        return execute(command, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    static int run(String... arguments) {
        return execute(new CommandLine(new Launcher()), arguments);
    }

    private static int execute(CommandLine command, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return command.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Launcher::explain)
                .setParameterExceptionHandler(Launcher::correct)
                .execute(arguments);
    }

    /** People read what is wrong and what is allowed, not a stack trace; that is in the log. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof ConfigurationException wrong) {
            err.println("Cấu hình có " + wrong.problems().size() + " lỗi / problems in the configuration:");
            for (Problem problem : wrong.problems()) {
                err.println("  " + problem);
            }
            return 2;
        }
        if (!(command.getCommandSpec().root().userObject() instanceof Launcher)) {
            Runtimes.logNothing(); // the command for texts starts without
        }
        org.slf4j.LoggerFactory.getLogger(Launcher.class).error("the command failed", failure);
        err.println("Lỗi / error: " + rootMessage(failure));
        return 2;
    }

    /** What is wrong, the nearest names, and where the rest stands. */
    private static int correct(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("Sai cách dùng / wrong usage: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Xem / see: " + command.getCommandSpec().qualifiedName() + " --help");
        return 2;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + problem(file);
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static String problem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "không có tệp hoặc thư mục này / no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "không có quyền / permission denied";
        }
        return failure instanceof FileAlreadyExistsException
                ? "đã có / is there already"
                : failure.getClass().getSimpleName();
    }
}
