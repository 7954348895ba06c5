package vn.vanthu.benchmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark still runs; how fast anything is, is no matter of a test. */
class MailBenchmarkTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.?\\d*");
    private static final List<String> FEW = List.of(
            "--messages=16", "--warmup=0", "--turns=1", "--steady=8", "--rate=50", "--connections=4", "--sizes=4KB");

    @Test
    void measuresEveryVariantAndReportsFiguresAboveZero(@TempDir Path folder) throws Exception {
        StringWriter screen = new StringWriter();
        Path report = folder.resolve("report.md");
        String[] arguments = Pattern.compile(" ")
                .splitAsStream(String.join(" ", FEW) + " --conf=../../conf --work=" + folder + " --report=" + report)
                .toArray(String[]::new);

        int exit = MailBenchmark.run(new PrintWriter(screen), arguments);

        assertThat(exit).as(screen.toString()).isZero();
        List<String> rows = Files.readAllLines(report).stream()
                .filter(line -> line.startsWith("| plain James |")
                        || line.startsWith("| logging alone |")
                        || line.startsWith("| VanThu |"))
                .toList();
        assertThat(rows)
                .as("start, local and relayed, of three variants")
                .hasSize(9)
                .allSatisfy(row -> {
                    Matcher number = NUMBER.matcher(row);
                    while (number.find()) {
                        assertThat(Double.parseDouble(number.group())).as(row).isPositive();
                    }
                });
    }

    @Test
    void takesTheSmallestValueThatSoManyPercentDoNotExceed() {
        List<Double> values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);
        assertThat(Figures.percentile(values, 0)).isEqualTo(1.0);
        assertThat(Figures.percentile(values, 50)).isEqualTo(3.0);
        assertThat(Figures.percentile(values, 99)).isEqualTo(5.0);
    }
}
