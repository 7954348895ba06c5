package vn.vanthu.acceptance.harness;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.vanthu.register.testing.MariaDbServer;

/** Gives scenarios an office whose databases, the register and James's own, are in a MariaDB server. */
public final class MariaDbOffice implements ParameterResolver {

    /** A 25 MB message goes to the server in one packet; the default of 16 MB is too small. */
    private static final String PACKET = "--max-allowed-packet=64M";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(MariaDbOffice.class))
                .getOrComputeIfAbsent(Running.class, any -> open(), Running.class)
                .office();
    }

    private record Running(MariaDbServer server, Office office) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            office.close();
            server.close();
        }
    }

    private static Running open() {
        try {
            MariaDbServer server = MariaDbServer.startOwn(PACKET);
            return new Running(server, Office.open(gateway -> prepare(gateway, server)));
        } catch (Exception e) {
            throw new IllegalStateException("no office on MariaDB", e);
        }
    }

    private static void prepare(GatewayProcess gateway, MariaDbServer server) throws IOException {
        try {
            gateway.registerIn(server.newDatabase(gateway.data()));
            gateway.storeIn(server.newDatabase(gateway.data()));
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }
}
