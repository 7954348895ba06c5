package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "dns", mixinStandardHelpOptions = true)
final class DnsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 2;
    }
}
