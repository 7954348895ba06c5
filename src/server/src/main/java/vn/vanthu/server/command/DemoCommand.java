package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vanthu.server.Runtimes;
import vn.vanthu.server.demo.Demo;

/** {@code ./vanthu demo}: the main job on real mail, in a throw-away data folder. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Chạy thử một ngày làm việc với cơ quan mẫu, trong thư mục tạm.",
            "Plays a working day of the demo office, in a throw-away data folder."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            defaultValue = "${sys:vanthu.home:-.}/conf",
            description = "Thư mục cấu hình / configuration folder (default: conf)")
    private Path conf = Path.of("conf");

    @Option(names = "--data", hidden = true, description = "given by the launcher: a new folder, removed at the end")
    private @Nullable Path data;

    @Option(names = "--exit", description = "Dừng ngay sau khi in kết quả / stop after the story is told")
    private boolean exit;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = data == null ? Files.createTempDirectory("vanthu-demo") : data;
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        Runtimes.prepare(conf, folder);
        try (Demo demo = Demo.start(conf, folder, out)) {
            demo.tell();
            if (!exit) {
                stayUp(demo);
            }
        } finally {
            remove(folder);
        }
        return 0;
    }

    /** Until Ctrl-C; the hook ends when the gateway is down and the folder gone. */
    private void stayUp(Demo demo) throws InterruptedException {
        demo.printAccounts();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interrupted.countDown();
            try {
                main.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        interrupted.await();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
