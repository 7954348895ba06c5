package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command of the shell explains itself, and says in words what was typed wrong. */
class LauncherTest {

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
        Typed said = Typed.in(command + " --help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.text()).contains("Usage: vanthu " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsTypedWrongIsToldInAFewLines(String command) {
        Typed said = Typed.in(command + " --khong-co");
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
        Typed said = Typed.in(command + " " + missing + " --conf " + missing + " --data " + missing);
        assertThat(said.exitCode()).isBetween(0, 2);
        assertThat(said.text()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    @Test
    void aProofIsPrintedAsTextOrJsonOnly() {
        Typed said = Typed.in("audit verify --format xlsx");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.text()).contains("--format", "xlsx", "table, json");
    }
}
