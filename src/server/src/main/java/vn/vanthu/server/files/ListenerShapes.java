package vn.vanthu.server.files;

import static vn.vanthu.server.files.Kinds.COUNT;
import static vn.vanthu.server.files.Kinds.SIZE;
import static vn.vanthu.server.files.Kinds.TRUE_OR_FALSE;

import java.util.function.UnaryOperator;
import vn.vanthu.config.Kind;
import vn.vanthu.config.XmlShape;
import vn.vanthu.james.login.GatewayLogins;
import vn.vanthu.james.smtp.IncomingHandlers;
import vn.vanthu.james.smtp.SubmissionHandlers;

/** The elements and attributes of {@code smtpserver.xml} and {@code imapserver.xml}. */
final class ListenerShapes {

    static final String IMAP_COMMANDS = "org.apache.james.modules.protocols.ImapPackage$DefaultNoAuth";
    static final String IMAP_LOGINS = GatewayLogins.class.getName();

    private static final Kind TIME_UNIT = Kind.choice("SECONDS", "MINUTES", "HOURS");

    private static final XmlShape TLS = XmlShape.of("tls")
            .optional("socketTLS", TRUE_OR_FALSE)
            .optional("startTLS", TRUE_OR_FALSE)
            .atMostOne(text("privateKey"))
            .atMostOne(text("certificates"))
            .atMostOne(text("keystore"))
            .atMostOne(XmlShape.of("keystoreType").text(Kind.choice("JKS", "PKCS12")))
            .atMostOne(XmlShape.of("secret").text(Kind.SECRET))
            .atMostOne(XmlShape.of("supportedCipherSuites").some(text("cipherSuite")))
            .atMostOne(XmlShape.of("supportedProtocols").some(text("protocol")));

    private static final XmlShape HANDLER_CHAIN = XmlShape.of("handlerchain")
            .required(
                    "coreHandlersPackage",
                    Kind.choice(IncomingHandlers.class.getName(), SubmissionHandlers.class.getName()))
            .any(XmlShape.of("handler").required("class", Kind.TEXT).andAnyElement());

    private static final XmlShape SMTP_AUTH = XmlShape.of("auth")
            .atMostOne(XmlShape.of("announce").text(Kind.choice("never", "always", "forUnauthorizedAddresses")))
            .atMostOne(flag("requireSSL"))
            .atMostOne(flag("plainAuthEnabled"));

    private static final XmlShape IMAP_AUTH =
            XmlShape.of("auth").atMostOne(flag("requireSSL")).atMostOne(flag("plainAuthEnabled"));

    static final XmlShape SMTP = XmlShape.of("smtpservers")
            .some(listener("smtpserver", shape -> shape.atMostOne(SMTP_AUTH)
                    .one(HANDLER_CHAIN)
                    .atMostOne(XmlShape.of("maxmessagesize").text(SIZE))
                    .atMostOne(flag("heloEhloEnforcement"))
                    .atMostOne(flag("addressBracketsEnforcement"))
                    .atMostOne(text("smtpGreeting"))));

    static final XmlShape IMAP = XmlShape.of("imapservers")
            .some(XmlShape.of("imapPackages").text(Kind.choice(IMAP_COMMANDS, IMAP_LOGINS)))
            .some(listener("imapserver", ListenerShapes::imap));

    private ListenerShapes() {}

    private static XmlShape imap(XmlShape shape) {
        return shape.atMostOne(IMAP_AUTH)
                .atMostOne(flag("compress"))
                .atMostOne(count("maxLineLength"))
                .atMostOne(XmlShape.of("inMemorySizeLimit").text(SIZE))
                .atMostOne(XmlShape.of("literalSizeLimit").text(SIZE))
                .atMostOne(count("timeout"))
                .atMostOne(flag("enableIdle"))
                .atMostOne(count("idleTimeInterval"))
                .atMostOne(XmlShape.of("idleTimeIntervalUnit").text(TIME_UNIT))
                .atMostOne(flag("ignoreIDLEUponProcessing"))
                .atMostOne(text("disabledCaps"))
                .atMostOne(count("maxQueueSize"))
                .atMostOne(count("concurrentRequests"))
                .atMostOne(flag("provisionDefaultMailboxes"));
    }

    private static XmlShape listener(String name, UnaryOperator<XmlShape> more) {
        XmlShape common = XmlShape.of(name)
                .optional("enabled", TRUE_OR_FALSE)
                .one(text("jmxName"))
                .one(XmlShape.of("bind").text(Kinds.BIND))
                .atMostOne(count("connectionBacklog"))
                .atMostOne(TLS)
                .atMostOne(count("connectiontimeout"))
                .atMostOne(count("connectionLimit"))
                .atMostOne(count("connectionLimitPerIP"))
                .atMostOne(count("ioWorkerCount"))
                .atMostOne(count("bossWorkerCount"))
                .atMostOne(count("maxExecutorCount"))
                .atMostOne(flag("gracefulShutdown"))
                .atMostOne(flag("proxyRequired"));
        return more.apply(common);
    }

    private static XmlShape text(String name) {
        return XmlShape.of(name).text(Kind.TEXT);
    }

    private static XmlShape flag(String name) {
        return XmlShape.of(name).text(TRUE_OR_FALSE);
    }

    private static XmlShape count(String name) {
        return XmlShape.of(name).text(COUNT);
    }
}
