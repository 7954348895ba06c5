package vn.vanthu.benchmark.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.layout.LayoutReader;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.text.VietnameseText;

/** Measures, field by field, how well documents in attachments are understood, by kind of file. */
@Command(
        name = "src/benchmark/run documents",
        mixinStandardHelpOptions = true,
        description = "Accuracy of reading documents, by field; scans need tesseract with its Vietnamese data.")
public final class DocumentAccuracy implements Callable<Integer> {

    @Option(names = "--set", description = "seen, aside or other (default: aside other)", arity = "1..*")
    private List<String> sets = List.of("aside", "other");

    @Option(names = "--as", description = "PDF, DOCX, SCAN (default: all)", arity = "1..*")
    private List<Rendering> renderings = Arrays.asList(Rendering.values());

    @Option(names = "--only", description = "the one document of this name")
    private String only = "";

    @Option(names = "--mistakes", description = "print each field that was read wrongly")
    private boolean mistakes;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Prints a table for each kind of file. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DocumentAccuracy()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec, "picocli gives the spec")
                .commandLine()
                .getOut();
        Path folder = Files.createTempDirectory("vanthu-accuracy");
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), folder)) {
            Measured measured = measure(contents, sets, renderings, only);
            measured.scores.forEach((rendering, score) -> out.println(score.table(rendering.name())));
            out.println("Papers that are no documents: %d, taken for one: %s"
                    .formatted(measured.others, measured.mistaken));
            if (mistakes) {
                measured.scores.values().forEach(score -> score.mistakes().forEach(out::println));
            }
        } finally {
            Files.deleteIfExists(folder);
        }
        return 0;
    }

    /** What came out. */
    static final class Measured {
        final Map<Rendering, Score> scores = new EnumMap<>(Rendering.class);
        int others;
        final List<String> mistaken = new java.util.ArrayList<>();
    }

    static Measured measure(ContentReader reader, List<String> sets, List<Rendering> renderings, String only)
            throws IOException {
        Measured measured = new Measured();
        for (String set : sets) {
            for (Described document : Described.set(set + ".txt")) {
                for (Rendering rendering : renderings) {
                    if (only.isEmpty() || only.equals(document.name())) {
                        add(measured, reader, document, rendering);
                    }
                }
            }
        }
        return measured;
    }

    private static void add(Measured measured, ContentReader reader, Described document, Rendering rendering)
            throws IOException {
        byte[] mail = Mails.with(document, rendering);
        List<OfficialDocument> found = new LayoutReader().documents(reader.read(new ByteArrayInputStream(mail)));
        String name = document.name() + " " + rendering;
        if (document.isOfficial()) {
            measured.scores
                    .computeIfAbsent(rendering, kind -> new Score())
                    .add(name, Expected.of(document), found.isEmpty() ? null : found.get(0));
            return;
        }
        measured.others++;
        if (!found.isEmpty()) {
            measured.mistaken.add(name + " " + found.get(0).likelihood());
        }
    }
}
