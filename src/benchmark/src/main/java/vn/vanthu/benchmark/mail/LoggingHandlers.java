package vn.vanthu.benchmark.mail;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.DataLineJamesMessageHookHandler;
import org.apache.james.smtpserver.SendMailHandler;
import org.apache.james.smtpserver.fastfail.ValidRcptHandler;
import vn.vanthu.james.smtp.AcceptMail;
import vn.vanthu.james.smtp.FingerprintData;

/** James's own SMTP handlers, with those of ours that logging needs. */
public final class LoggingHandlers implements HandlersPackage {

    @Override
    public List<String> getHandlers() {
        List<String> handlers = new ArrayList<>(new CoreCmdHandlerLoader().getHandlers());
        handlers.add(ValidRcptHandler.class.getName());
        addBefore(DataLineJamesMessageHookHandler.class, FingerprintData.class, handlers);
        addBefore(SendMailHandler.class, AcceptMail.class, handlers);
        return handlers;
    }

    private static void addBefore(Class<?> james, Class<?> own, List<String> handlers) {
        handlers.add(handlers.indexOf(james.getName()), own.getName());
    }

    @Override
    public void init(Configuration configuration) {
        // nothing to read: the list is the configuration
    }
}
