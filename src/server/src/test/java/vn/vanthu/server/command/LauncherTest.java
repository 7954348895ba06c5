package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.vanthu.server.Runtimes;

/** Every command of the shell explains itself, and says in words what was typed wrong. */
class LauncherTest {

    private record Said(int exitCode, String text) {}

    @TempDir
    Path folder = Path.of("");

    static Stream<String> commands() {
        List<String> all = new ArrayList<>();
        collect("", new CommandLine(new Launcher()), all);
        return all.stream();
    }

    private static void collect(String path, CommandLine command, List<String> all) {
        command.getSubcommands().forEach((name, sub) -> {
            all.add((path + " " + name).strip());
            collect(path + " " + name, sub, all);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpTellsTheUsage(String command) {
        Said said = type(command + " --help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.text()).contains("Usage: vanthu " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsTypedWrongIsToldInAFewLines(String command) {
        Said said = type(command + " --khong-co");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.text())
                .contains("Sai cách dùng / wrong usage: ", "Xem / see: vanthu " + command + " --help")
                .doesNotContain("\tat ");
        assertThat(said.text().lines()).hasSizeLessThan(5);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFileOrFolderThatIsNotThereIsNamed(String command) {
        String missing = folder.resolve("khong-co").toString();
        Said said = type(command + " " + missing + " --conf " + missing + " --data " + missing);
        assertThat(said.exitCode()).isBetween(0, 2);
        assertThat(said.text()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    @Test
    void aProofIsPrintedAsTextOrJsonOnly() {
        Said said = type("audit verify --format xlsx");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.text()).contains("--format", "xlsx", "table, json");
    }

    private static Said type(String line) {
        Runtimes.logNothing(); // as the program does
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exitCode = Launcher.run(line.split(" "));
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
