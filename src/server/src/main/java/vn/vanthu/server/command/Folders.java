package vn.vanthu.server.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.backup.Restored;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;

/** The options that every command takes which needs the configuration or the register. */
final class Folders {

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            defaultValue = "${sys:vanthu.home:-.}/conf",
            description = "Thư mục cấu hình / configuration folder (default: conf)")
    Path conf = Path.of("conf");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:vanthu.home:-.}/var",
            description = "Thư mục dữ liệu / data folder (default: var)")
    Path data = Path.of("var");

    /** The configuration, checked; for commands that start nothing. */
    GatewayConfiguration configuration() throws ConfigurationException {
        return GatewayConfiguration.load(new GatewayOptions(conf, data, 0, null, false));
    }

    /** The register, for commands that write to it: not before a restore is confirmed. */
    RegisterDatabase register(GatewayConfiguration configuration) throws ConfigurationException, IOException {
        Restored.refuse(data);
        return RegisterDatabase.join(configuration.register(), configuration.clock());
    }
}
