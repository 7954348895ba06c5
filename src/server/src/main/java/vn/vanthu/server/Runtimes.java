package vn.vanthu.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import vn.vanthu.server.setup.DataFolder;

/** What must be set in the Java process before James's classes are loaded. */
public final class Runtimes {

    private Runtimes() {}

    /** Sets James's switches, and sends the log to {@code DATA/log} as {@code conf/logback.xml} says. */
    public static void prepare(Path conf, Path data) throws IOException {
        // OpenJPA changes the case of names as the machine's language does: in Turkish it does not find its own
        // columns.
        Locale.setDefault(Locale.ROOT);
        // James would end the process by itself, with a stack trace for the administrator.
        System.setProperty("james.exit.on.startup.error", "false");
        // With fewer, relayed mails were seen to stay in the queue until a restart.
        System.setProperty("reactor.schedulers.defaultBoundedElasticSize", "300");
        DataFolder.makePrivate(data);
        logTo(conf.resolve("logback.xml"), data);
    }

    /** Until a command sends its log somewhere: people who type a command read its answer, not James's log. */
    public static void logNothing() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    }

    private static void logTo(Path file, Path data) throws IOException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("vanthu.data", data.toAbsolutePath().toString());
        if (!Files.exists(file)) {
            return;
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(file.toFile());
        } catch (JoranException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
