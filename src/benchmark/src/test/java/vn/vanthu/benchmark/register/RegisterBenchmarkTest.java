package vn.vanthu.benchmark.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark still runs, and what it asks has answers; how fast anything is, is no matter of a test. */
class RegisterBenchmarkTest {

    private static final Pattern FIGURE = Pattern.compile("\\| (\\d+(\\.\\d+)?)(?= \\|)");

    @Test
    void measuresWritingVerifyingAndQuestions(@TempDir Path folder) {
        StringWriter screen = new StringWriter();
        int exit = RegisterBenchmark.run(
                new PrintWriter(screen),
                "--databases=h2",
                "--writers=2",
                "--written=40",
                "--mails=3000",
                "--questions=3",
                "--work=" + folder);

        assertThat(exit).as(screen.toString()).isZero();
        List<String> rows = screen.toString()
                .lines()
                .filter(line -> FIGURE.matcher(line).find())
                .toList();
        assertThat(rows).as(screen.toString()).hasSize(1 + Questions.COUNT + Duties.COUNT);
        assertThat(screen.toString())
                .containsPattern("Verified: [1-9]\\d* rows/s")
                .containsPattern("Storage: [1-9]");
        assertThat(folder).isEmptyDirectory();
    }
}
