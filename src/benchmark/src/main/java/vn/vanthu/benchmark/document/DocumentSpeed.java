package vn.vanthu.benchmark.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.layout.LayoutReader;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.james.LargeMails;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** Measures what reading a mail, looking for secrecy marks and understanding its documents cost, and the heap that it takes. */
@Command(
        name = "src/benchmark/run documents speed",
        mixinStandardHelpOptions = true,
        description = {
            "What one mail costs here, one at a time: the middle of many runs, and the slowest. Then the highest heap"
                    + " while",
            "large mails are read at once; the heap of this program is limited to 512 MB."
        })
public final class DocumentSpeed implements Callable<Integer> {

    private static final String PLAIN =
            """
            From: a@coquan.example
            To: vp@songoaivu.binhdinh.gov.vn
            Subject: Trao doi cong viec
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Kính gửi Phòng Lễ tân,
            %s
            Trân trọng cảm ơn.
            """
                    .formatted("Đề nghị Phòng cho biết thời gian làm việc với đoàn khách vào tuần tới.\n".repeat(10))
                    .replace("\n", "\r\n");

    @Option(
            names = "--runs",
            description = "of each kind (default: ${DEFAULT-VALUE}; mails without attachments 100 times)")
    private int runs = 20;

    @Option(names = "--mails", description = "large mails at once (default: ${DEFAULT-VALUE})")
    private int mails = 20;

    @Option(names = "--megabytes", description = "size of a large mail (default: ${DEFAULT-VALUE})")
    private int megabytes = 25;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Prints one line a measure. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DocumentSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec, "picocli gives the spec")
                .commandLine()
                .getOut();
        Path folder = Files.createTempDirectory("vanthu-speed");
        try (MessageContents contents =
                MessageContents.of(VietnameseText.load(), Files.createDirectory(folder.resolve("work")))) {
            measure(
                    out,
                    contents,
                    "mail without attachments",
                    run -> PLAIN.getBytes(StandardCharsets.UTF_8),
                    runs * 100);
            byte[] pdf = Rendering.PDF.of(tenPages());
            measure(out, contents, "PDF of ten pages with text", run -> withPdf(pdf, run), runs);
            byte[] scan = Rendering.SCAN.of(described("f-cong-van-cong-an"));
            measure(out, contents, "scanned page", run -> withPdf(scan, run), runs);
            out.printf("%d mails of %d MB at once: heap %d MB at most%n", mails, megabytes, heap(contents, folder));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static Described described(String name) {
        return Described.set("fresh.txt").stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Described tenPages() {
        Described letter = described("f-cong-van-cong-an");
        letter.values().put("filler", List.of("150"));
        return letter;
    }

    /** Each another file: what was read is remembered. */
    private static byte[] withPdf(byte[] pdf, int run) {
        byte[] comment = ("\n% " + run + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(pdf, pdf.length + comment.length);
        System.arraycopy(comment, 0, file, pdf.length, comment.length);
        return Mails.with(file, Rendering.PDF.mediaType, Rendering.PDF.extension);
    }

    private static void measure(
            PrintWriter out, ContentReader contents, String what, IntFunction<byte[]> mails, int times)
            throws IOException {
        for (int i = 0; i < times / 4 + 2; i++) {
            read(contents, new ByteArrayInputStream(mails.apply(-1 - i)));
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] millis = new double[times];
        long before = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            byte[] mail = mails.apply(i);
            long start = System.nanoTime();
            read(contents, new ByteArrayInputStream(mail));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = (clock.getCurrentThreadCpuTime() - before) / 1e6 / times;
        Arrays.sort(millis);
        out.printf(
                "%s: %.2f ms, at most %.2f ms; %.2f ms of CPU in the mail's own thread%n",
                what, millis[times / 2], millis[times - 1], cpu);
        out.flush();
    }

    private static void read(ContentReader contents, InputStream mail) throws IOException {
        List<ReadPart> parts = contents.read(mail);
        new SecrecyRule().find("Trao doi", parts);
        new LayoutReader().documents(parts);
    }

    /** In MB; what is read lies on the disk, and large mails take turns, as they do in the gateway. */
    private long heap(ContentReader contents, Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            files.add(large(folder.resolve("large-" + i + ".eml"), i));
        }
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        LargeMails turns = new LargeMails(Runtime.getRuntime().maxMemory());
        ExecutorService threads = Executors.newFixedThreadPool(mails);
        try {
            List<Future<?>> readings = new ArrayList<>();
            for (Path file : files) {
                readings.add(threads.submit(() -> {
                    return turns.inTurn(Files.size(file), () -> {
                        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                            read(contents, in);
                        }
                        return file;
                    });
                }));
            }
            for (Future<?> reading : readings) {
                reading.get();
            }
        } finally {
            threads.shutdown();
        }
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    /** With a text file that fills it: nothing that can be skipped. */
    private Path large(Path file, int seed) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;"
                            + " boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;"
                            + " filename=so-lieu.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Random random = new Random(seed);
            byte[] line = new byte[57];
            for (long left = (long) megabytes << 20; left > 0; left -= 78) {
                for (int i = 0; i < line.length; i++) {
                    line[i] = (byte) (random.nextInt(40) == 0 ? '\n' : 'a' + random.nextInt(26));
                }
                out.write(Base64.getEncoder().encode(line));
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
