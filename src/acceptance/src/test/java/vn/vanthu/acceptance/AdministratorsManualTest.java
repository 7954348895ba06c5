package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Office;

/** Every {@code vanthu} command that the administrator's manual shows as to be typed, in its order, beside a running gateway. */
class AdministratorsManualTest {

    private static final Path MANUAL = Path.of("..", "..", "docs", "administration.md");
    private static final Pattern TO_BE_TYPED = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    @Test
    void everyCommandIsKnownAndWorks() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(12);
        try (Office office = Office.open(gateway -> {})) {
            SoftAssertions softly = new SoftAssertions();
            for (String command : commands) {
                String typed =
                        command.replace("/backup", office.gateway().data().resolveSibling("backup") + "");
                Ended ended = office.gateway().command(typed.split(" "));
                // 1: something was found, such as an account that is there already, or a backup that is missing.
                softly.assertThat(ended.exitCode())
                        .as(command + "\n" + ended.output())
                        .isBetween(0, 1);
                softly.assertThat(ended.output()).as(command).isNotBlank().doesNotContain("Exception");
            }
            softly.assertAll();
        }
    }

    private static List<String> commands() throws Exception {
        List<String> commands = new ArrayList<>();
        TO_BE_TYPED.matcher(Files.readString(MANUAL)).results().forEach(block -> Stream.of(
                        block.group(1).split("\n"))
                .forEach(line -> {
                    assertThat(line).startsWith("vanthu ");
                    commands.add(line.substring("vanthu ".length()));
                }));
        return commands;
    }
}
