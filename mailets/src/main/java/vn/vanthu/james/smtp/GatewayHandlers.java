package vn.vanthu.james.smtp;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.api.handler.CommandHandlerResultLogger;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.protocols.smtp.core.HeloCmdHandler;
import org.apache.james.protocols.smtp.core.HelpCmdHandler;
import org.apache.james.protocols.smtp.core.NoopCmdHandler;
import org.apache.james.protocols.smtp.core.QuitCmdHandler;
import org.apache.james.protocols.smtp.core.RsetCmdHandler;
import org.apache.james.protocols.smtp.core.UnknownCmdHandler;
import org.apache.james.protocols.smtp.core.VrfyCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.EhloCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.MailSizeEsmtpExtension;
import org.apache.james.protocols.smtp.core.log.HookResultLogger;
import org.apache.james.smtpserver.AddDefaultAttributesMessageHook;
import org.apache.james.smtpserver.DataLineJamesMessageHookHandler;
import org.apache.james.smtpserver.JamesDataCmdHandler;
import org.apache.james.smtpserver.JamesMailCmdHandler;
import org.apache.james.smtpserver.JamesRcptCmdHandler;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.SendMailHandler;

/** The handlers of an SMTP listener, in the order in which they are asked. The last one puts the mail into the spool. */
abstract class GatewayHandlers implements HandlersPackage {

    private static final List<Class<?>> PROTOCOL = List.of(
            JamesWelcomeMessageHandler.class,
            CommandDispatcher.class,
            EhloCmdHandler.class,
            HeloCmdHandler.class,
            HelpCmdHandler.class,
            StartTlsInTheClear.class,
            JamesMailCmdHandler.class,
            JamesRcptCmdHandler.class,
            JamesDataCmdHandler.class,
            MailSizeEsmtpExtension.class,
            NoopCmdHandler.class,
            RsetCmdHandler.class,
            VrfyCmdHandler.class,
            QuitCmdHandler.class,
            UnknownCmdHandler.class,
            FingerprintData.class,
            TraceLine.class,
            DataLineJamesMessageHookHandler.class,
            CommandHandlerResultLogger.class,
            HookResultLogger.class);

    private static final List<Class<?>> RECIPIENTS =
            List.of(PlainEnvelope.class, RefuseRelay.class, KnownRecipients.class);

    private static final List<Class<?>> ACCEPTANCE = List.of(
            RefuseDeepNesting.class,
            RefuseSecrets.class,
            AcceptMail.class,
            AddDefaultAttributesMessageHook.class,
            SendMailHandler.class);

    private final List<Class<?>> own;

    GatewayHandlers(Class<?>... own) {
        this.own = List.of(own);
    }

    @Override
    public List<String> getHandlers() {
        return Stream.of(PROTOCOL, own, RECIPIENTS, ACCEPTANCE)
                .flatMap(List::stream)
                .map(Class::getName)
                .toList();
    }

    @Override
    public void init(Configuration configuration) {
        // nothing to read: the list is the configuration
    }
}
