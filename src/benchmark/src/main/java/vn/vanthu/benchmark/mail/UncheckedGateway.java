package vn.vanthu.benchmark.mail;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import picocli.CommandLine;
import vn.vanthu.config.HostAndPort;
import vn.vanthu.server.Gateway;
import vn.vanthu.server.Runtimes;
import vn.vanthu.server.james.JamesFolders;
import vn.vanthu.server.james.ListenerFiles;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;

/**
 * The gateway's assembly with other files for James: {@code vanthu run} rightly refuses a configuration that logs nothing,
 * so the benchmark swaps these files after the check.
 */
final class UncheckedGateway {

    private UncheckedGateway() {}

    /** Takes what {@code vanthu run} takes; {@code --conf} has James's files in its folder {@code unchecked}. */
    public static void main(String[] arguments) throws Exception {
        RunOptions options = new RunOptions();
        new CommandLine(options).parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
        Runtimes.prepare(options.conf, options.data);
        Gateway gateway = Gateway.start(unchecked(GatewayConfiguration.load(new GatewayOptions(
                options.conf, options.data, options.portOffset, HostAndPort.parse(options.smarthost), true))));
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        System.out.println(gateway.ready());
        Thread.currentThread().join();
    }

    private static GatewayConfiguration unchecked(GatewayConfiguration checked) {
        GatewayOptions options = checked.options();
        JamesFolders folders =
                new JamesFolders(options.conf().resolve(Configurations.UNCHECKED_FOLDER), options.data());
        ListenerFiles files = new ListenerFiles(
                new FileConfigurationProvider(new FileSystemImpl(folders), folders),
                options.portOffset(),
                "",
                checked.hostname());
        return new GatewayConfiguration(
                options, checked.settings(), checked.organization(), folders, files, checked.webAdmin());
    }

    private static final class RunOptions {

        @CommandLine.Option(names = "--conf", required = true)
        private Path conf = Path.of("conf");

        @CommandLine.Option(names = "--data", required = true)
        private Path data = Path.of("var");

        @CommandLine.Option(names = "--port-offset", required = true)
        private int portOffset;

        @CommandLine.Option(names = "--smarthost", required = true)
        private String smarthost = "";

        @CommandLine.Option(names = "--demo", required = true)
        private boolean demo;
    }
}
