package vn.vanthu.server;

import java.nio.file.Path;
import java.util.List;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;

/** Makes of James's failure to start what an administrator can act on. The stack trace is in the log. */
final class StartFailure {

    private StartFailure() {}

    /** What a mailet of ours says of its parameters comes out as it said it; else the innermost message is told. */
    static ConfigurationException explain(Exception failure, Path conf) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException problems) {
                return problems;
            }
            innermost = cause;
        }
        return new ConfigurationException(List.of(new Problem(
                conf.toString(),
                "start of James",
                innermost.getMessage() == null ? innermost.toString() : innermost.getMessage(),
                "a configuration that James can start with; the log in the data folder tells more",
                null)));
    }
}
