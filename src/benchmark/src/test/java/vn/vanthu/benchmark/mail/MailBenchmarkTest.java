package vn.vanthu.benchmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark still runs; how fast anything is, is no matter of a test. */
class MailBenchmarkTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.?\\d*");
    private static final List<String> FEW =
            List.of("--messages=16", "--warmup=0", "--turns=1", "--steady=8", "--rate=50", "--connections=4");

    @Test
    void measuresEveryVariantAndReportsFiguresAboveZero(@TempDir Path folder) throws Exception {
        assertThat(rows(folder, "--sizes=4KB", "--register-mails=1000"))
                .as("start, local and relayed, of three variants")
                .hasSize(9)
                .allSatisfy(MailBenchmarkTest::isAboveZero);
    }

    /** Nothing of Debian's is installed where this does not run. */
    @Test
    void measuresPostfixWithEachFilterAndLeavesNoProcess(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        List<Variant> peers = List.of(Variant.POSTFIX_RSPAMD, Variant.POSTFIX_SPAMASSASSIN);
        Optional<String> obstacle = DebianProgram.obstacle(peers, folder);
        assumeThat(obstacle).as(obstacle.orElse("")).isEmpty();

        assertThat(rows(folder, "--sizes=100KB-pdf", "--variants=POSTFIX_RSPAMD,POSTFIX_SPAMASSASSIN"))
                .as("start and relayed, of two variants")
                .hasSize(4)
                .allSatisfy(MailBenchmarkTest::isAboveZero);
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(folder.toString())))
                .isEmpty();
    }

    private static List<String> rows(Path folder, String... options) throws IOException {
        StringWriter screen = new StringWriter();
        Path report = folder.resolve("report.md");
        List<String> arguments = new ArrayList<>(FEW);
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--conf=../../conf", "--work=" + folder, "--report=" + report));

        int exit = MailBenchmark.run(new PrintWriter(screen), arguments.toArray(String[]::new));

        assertThat(exit).as(screen.toString()).isZero();
        return Files.readAllLines(report).stream()
                .filter(line ->
                        Stream.of(Variant.values()).anyMatch(variant -> line.startsWith("| " + variant.title() + " |")))
                .toList();
    }

    private static void isAboveZero(String row) {
        Matcher number = NUMBER.matcher(row);
        while (number.find()) {
            assertThat(Double.parseDouble(number.group())).as(row).isPositive();
        }
    }

    @Test
    void tellsInOneLineWhatASizeMayBe() {
        assertThat(Workload.Size.parse("4KB")).isEqualTo(new Workload.Size(4000, false));
        assertThat(Workload.Size.parse("10KB-pdf")).isEqualTo(new Workload.Size(10_000, true));
        assertThat(Workload.Size.parse("5MB")).isEqualTo(new Workload.Size(5_000_000, true));
        assertThatThrownBy(() -> Workload.Size.parse("100KB-doc")).hasMessageContaining("10KB-pdf");
    }

    @Test
    void sendsAPdfWithATextThatNoOtherMailHas() throws IOException {
        Letter letter = Letter.ofSize(new Workload.Size(100_000, true));
        byte[] first = letter.from("a@x.example", "b@x.example", 1);
        byte[] second = letter.from("a@x.example", "b@x.example", 2);

        assertThat(first.length).isBetween(95_000, 110_000);
        assertThat(file(first)).isNotEqualTo(file(second));
        try (PDDocument pdf = Loader.loadPDF(file(first))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("đề nghị kịp thời");
        }
    }

    private static byte[] file(byte[] mail) {
        String text = new String(mail, StandardCharsets.UTF_8);
        int start = text.indexOf("\r\n\r\n", text.indexOf("base64"));
        return Base64.getMimeDecoder()
                .decode(text.substring(start, text.lastIndexOf("--=_phan--")).strip());
    }

    @Test
    void takesTheSmallestValueThatSoManyPercentDoNotExceed() {
        List<Double> values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);
        assertThat(Figures.percentile(values, 0)).isEqualTo(1.0);
        assertThat(Figures.percentile(values, 50)).isEqualTo(3.0);
        assertThat(Figures.percentile(values, 99)).isEqualTo(5.0);
    }
}
