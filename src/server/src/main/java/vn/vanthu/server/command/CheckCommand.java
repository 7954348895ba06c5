package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.server.Rehearsal;
import vn.vanthu.server.RehearsalPolicy;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/** {@code ./vanthu check}: what would happen to these messages, and why, without a server. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Thử trước: hệ thống sẽ làm gì với những thư này, và vì sao.",
            "What would happen to these messages, and why, without a server.",
            "Theo tham số của mailetcontainer.xml (không xét thứ tự và matcher); không hỏi DNS, không biết sổ và người gửi"
                    + " có được xác thực hay không. / By the parameters of mailetcontainer.xml (not its order and"
                    + " matchers); no DNS is asked, the books and whether the sender is authenticated are not known."
        })
final class CheckCommand extends ShellCommand {

    @Mixin
    private Folders folders = new Folders();

    @Option(
            names = "--sender",
            paramLabel = "LOGIN",
            description =
                    "Tài khoản đăng nhập gửi thư; bỏ trống: thư từ bên ngoài / the login that sends it; none: from"
                            + " outside")
    private @Nullable String login;

    @Option(names = "--from", paramLabel = "ADDR", description = "Người gửi phong bì / envelope sender (default: From)")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "ADDR",
            description = "Người nhận phong bì / envelope recipient (default: To, Cc)")
    private List<String> to = List.of();

    @Option(names = "--json", description = "Mỗi thư một đối tượng JSON trên một dòng / one JSON object a line")
    private boolean json;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Tệp thư .eml / message files")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        GatewayConfiguration configuration = folders.configuration();
        Rehearsal.Envelope envelope = new Rehearsal.Envelope(Optional.ofNullable(login), Optional.ofNullable(from), to);
        Path temporary = Files.createTempDirectory("vanthu-check");
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), temporary)) {
            Rehearsal rehearsal = new Rehearsal(
                    configuration.organization().get(),
                    RehearsalPolicy.of(folders.conf),
                    LocalDate.now(configuration.clock()),
                    contents,
                    Lessons.open(folders.data.resolve("spam"), configuration.clock()));
            PrintWriter out = commandLine().getOut();
            for (Path file : files) {
                Rehearsal.Result result = rehearsal.play(read(file), envelope);
                out.println(json ? CheckReport.json(file, result) : CheckReport.text(file, result));
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        return 0;
    }

    private byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CommandLine.ParameterException(commandLine(), "no such file: " + file);
        }
    }
}
