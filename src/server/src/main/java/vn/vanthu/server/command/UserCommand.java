package vn.vanthu.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "user", mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 2;
    }
}
