package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 2;
    }
}
