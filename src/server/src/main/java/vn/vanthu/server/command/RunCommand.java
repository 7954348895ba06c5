package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.config.HostAndPort;
import vn.vanthu.server.Gateway;
import vn.vanthu.server.Runtimes;
import vn.vanthu.server.setup.GatewayOptions;

/** {@code ./vanthu run}: the gateway in the foreground. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {"Chạy cổng thư; Ctrl-C để dừng.", "Runs the gateway in the foreground; Ctrl-C stops it."})
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Folders folders = new Folders();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Cổng thật = cổng chuẩn + N / real port = standard port + N (default: 2000)")
    private int portOffset = 2000;

    @Option(
            names = "--smarthost",
            paramLabel = "HOST:PORT",
            converter = HostAndPortConverter.class,
            description = "Gửi mọi thư ra ngoài qua máy chủ này / send all outside mail through this host")
    private @Nullable HostAndPort smarthost;

    @Option(
            names = "--demo",
            description = "Tạo cơ quan mẫu, mật khẩu vanthu-demo / make the demo office's accounts (loopback only)")
    private boolean demo;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Runtimes.prepare(folders.conf, folders.data);
        Gateway gateway = Gateway.start(new GatewayOptions(folders.conf, folders.data, portOffset, smarthost, demo));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
            stopped.countDown();
        }));
        if (spec != null) {
            spec.commandLine().getOut().println(gateway.ready());
        }
        stopped.await();
        return 0;
    }

    static final class HostAndPortConverter implements CommandLine.ITypeConverter<HostAndPort> {

        @Override
        public HostAndPort convert(String text) {
            if (!HostAndPort.isHostAndPort(text)) {
                throw new CommandLine.TypeConversionException(
                        "found '" + text + "'; allowed: HOST:PORT, for example smtp.tinh.gov.vn:587");
            }
            return HostAndPort.parse(text);
        }
    }
}
