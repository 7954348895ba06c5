package vn.vanthu.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.message.MailId;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.TextCommand;
import vn.vanthu.text.VietnameseText;

/** {@code ./vanthu text}: the text engine by hand. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = {
            "Nhận dạng và chuyển mã chữ Việt sang Unicode (TCVN 6909:2001).",
            "Finds the encoding of Vietnamese text and converts it to Unicode."
        },
        subcommands = {TextCommands.Detect.class, TextCommands.Convert.class, TextCommands.Original.class})
final class TextCommands extends CommandGroup {

    abstract static class Base extends ShellCommand {

        @Option(
                names = "--base64-lines",
                description = "Mỗi dòng là một văn bản base64 / each line is one text in base64")
        private boolean base64Lines;

        @Option(names = "--json", description = "Kết quả dạng JSON / the result as JSON")
        private boolean json;

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "Mặc định: stdin / default: standard input")
        private @Nullable Path file;

        int run(TextCommand.Action action, Optional<Encoding> from) throws IOException {
            TextCommand.Options options = new TextCommand.Options(action, from, base64Lines, json);
            try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
                new TextCommand(VietnameseText.load()).run(options, in, System.out);
            }
            return 0;
        }

        CommandLine.ParameterException wrong(String message) {
            return new CommandLine.ParameterException(commandLine(), message);
        }
    }

    @Command(
            name = "detect",
            mixinStandardHelpOptions = true,
            description = {"In tên bảng mã của văn bản.", "Prints the encoding of a text."})
    static final class Detect extends Base {

        @Override
        public Integer call() throws IOException {
            return run(TextCommand.Action.DETECT, Optional.empty());
        }
    }

    @Command(
            name = "convert",
            mixinStandardHelpOptions = true,
            description = {"Chuyển văn bản sang UTF-8, ra stdout.", "Converts a text to UTF-8 on standard output."})
    static final class Convert extends Base {

        @Option(
                names = "--from",
                paramLabel = "ENCODING",
                description = "Bảng mã, nếu đã biết / the encoding, if known")
        private @Nullable String from;

        @Override
        public Integer call() throws IOException {
            return run(TextCommand.Action.CONVERT, from == null ? Optional.empty() : Optional.of(encoding(from)));
        }

        private Encoding encoding(String name) {
            String known = Encoding.withTable().stream().map(Encoding::id).collect(Collectors.joining(", "));
            return Encoding.ofId(name)
                    .filter(Encoding::hasTable)
                    .orElseThrow(() -> wrong("--from: found '" + name + "'; allowed: " + known));
        }
    }

    @Command(
            name = "original",
            mixinStandardHelpOptions = true,
            description = {
                "In nguyên bản của thư đã được chuyển mã.",
                "Prints a converted mail as it was before, on standard output."
            })
    static final class Original extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        @Parameters(paramLabel = "MA_THU", description = "Mã thư (X-VanThu-Id) / the mail's id")
        private String id = "";

        @Override
        public Integer call() throws IOException {
            if (!MailId.isMailId(id.strip())) {
                throw new CommandLine.ParameterException(
                        commandLine(), "found '" + id + "'; allowed: a mail's id such as 7ZK2-0Q9D-M4TX-1B8C");
            }
            Optional<byte[]> original =
                    new vn.vanthu.james.Originals(folders.data.resolve("originals")).read(new MailId(id.strip()));
            if (original.isEmpty()) {
                System.err.println("Thư này không bị chuyển mã / this mail was not converted: " + id);
                return 1;
            }
            System.out.write(original.get());
            System.out.flush();
            return 0;
        }
    }
}
