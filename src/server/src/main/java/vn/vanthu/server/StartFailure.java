package vn.vanthu.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;

/** Makes of James's failure to start what an administrator can act on. The stack trace is in the log. */
final class StartFailure {

    private StartFailure() {}

    /** What a mailet of ours says of its parameters comes out as it said it; else James's own words are. */
    static ConfigurationException explain(Exception failure, Path conf) {
        Deque<String> messages = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException problems) {
                return problems;
            }
            messages.addLast(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
        // The innermost alone may be a bare NullPointerException; what James was about stands one further out.
        String innermost = messages.removeLast();
        String found = messages.isEmpty() ? innermost : messages.removeLast() + ": " + innermost;
        return new ConfigurationException(List.of(new Problem(
                conf.toString(),
                "start of James",
                found,
                "a configuration that James can start with; the log in the data folder tells more",
                null)));
    }
}
