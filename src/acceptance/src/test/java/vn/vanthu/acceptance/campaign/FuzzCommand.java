package vn.vanthu.acceptance.campaign;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.documents.MessageContents;

/** {@code src/acceptance/campaign fuzz}. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Sends mutated fixtures through a real gateway and lists each that came to harm. Exit code 1 when one did.",
            "With NUMBER: writes that mail to standard output, to look at a finding (fuzzNUMBER@...).",
            ""
        })
final class FuzzCommand implements Callable<Integer> {

    @Option(names = "--mails", description = "how many")
    private int mails = 200_000;

    @Option(
            names = "--check",
            description =
                    "without a server: each mail is put before every rule, as ./vanthu check does, which is faster")
    private boolean check;

    @Option(names = "--seed", description = "another seed gives other mails")
    private long seed = 1;

    @Option(names = "--report", description = "also writes the findings")
    private @Nullable Path report;

    @Parameters(arity = "0..1", paramLabel = "NUMBER")
    private @Nullable Integer number;

    @Override
    public Integer call() throws Exception {
        Mutations mutations = Fuzz.mutations(seed);
        if (number != null) {
            System.out.write(mutations.mail(number));
            System.out.flush();
            return 0;
        }
        PrintWriter out = Fuzz.screen();
        List<String> findings = check ? rehearsed(mutations, out) : sent(mutations, out);
        return findings.isEmpty() ? 0 : 1;
    }

    private List<String> sent(Mutations mutations, PrintWriter out) throws Exception {
        try (Office office = Office.open(gateway -> {})) {
            Fuzz fuzz = new Fuzz(office, mutations, out);
            List<String> findings = fuzz.run(mails);
            tell(out, fuzz.figures(), findings);
            return findings;
        }
    }

    private List<String> rehearsed(Mutations mutations, PrintWriter out) throws Exception {
        Path temporary = Files.createTempDirectory("vanthu-fuzz");
        try (MessageContents contents = RehearsedFuzz.contents(temporary)) {
            RehearsedFuzz fuzz = new RehearsedFuzz(contents, temporary, mutations, out);
            List<String> findings = fuzz.run(mails);
            tell(out, fuzz.figures(), findings);
            return findings;
        }
    }

    private void tell(PrintWriter out, String figures, List<String> findings) throws IOException {
        String result = "%d mails, %s, %d findings%n".formatted(mails, figures, findings.size())
                + String.join("\n", findings) + "\n";
        out.print(result);
        out.flush();
        if (report != null) {
            Files.writeString(report, "seed " + seed + ": " + result);
        }
    }
}
