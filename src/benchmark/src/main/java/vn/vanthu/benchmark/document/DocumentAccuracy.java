package vn.vanthu.benchmark.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        description = {
            "Accuracy of reading documents, by field; scans need tesseract with its Vietnamese data.",
            "With --folder: of your own files. FOLDER/documents.txt describes them (see the class Described); the"
                    + " files of the document NAME are FOLDER/NAME.pdf, FOLDER/NAME.docx, FOLDER/NAME.scan.pdf, ..."
        })
public final class DocumentAccuracy implements Callable<Integer> {

    @Option(
            names = "--set",
            description = "seen, aside, fresh, later or other (default: aside fresh later other)",
            arity = "1..*")
    private List<String> sets = List.of("aside", "fresh", "later", "other");

    @Option(names = "--folder", description = "measure the files of this folder instead")
    private @Nullable Path own;

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
            Measured measured = own == null ? measure(contents, sets, renderings, only) : measure(contents, own, only);
            measured.scores.forEach((rendering, score) -> out.println(score.table(rendering)));
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
        /** By kind of file. */
        final Map<String, Score> scores = new TreeMap<>();

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
                        add(measured, reader, document, rendering.name(), Mails.with(document, rendering));
                    }
                }
            }
        }
        return measured;
    }

    private static Measured measure(ContentReader reader, Path folder, String only) throws IOException {
        Measured measured = new Measured();
        for (Described document : Described.file(folder.resolve("documents.txt"))) {
            if (only.isEmpty() || only.equals(document.name())) {
                for (Path file : filesOf(document, folder)) {
                    String extension = file.getFileName()
                            .toString()
                            .substring(document.name().length() + 1);
                    byte[] mail = Mails.with(Files.readAllBytes(file), "application/octet-stream", extension);
                    add(measured, reader, document, extension, mail);
                }
            }
        }
        return measured;
    }

    private static List<Path> filesOf(Described document, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(document.name() + "."))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Measured measured, ContentReader reader, Described document, String rendering, byte[] mail)
            throws IOException {
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
