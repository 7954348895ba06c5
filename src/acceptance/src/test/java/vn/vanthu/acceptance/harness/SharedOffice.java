package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives scenarios one office that all of them share: they leave it as they found it, but for their mails. */
public final class SharedOffice implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedOffice.class))
                .getOrComputeIfAbsent(Office.class, any -> open(), Office.class);
    }

    private static Office open() {
        try {
            return Office.open(gateway -> {
                gateway.conf()
                        .set("vanthu.login.delay.seconds", "0")
                        .replace("mailetcontainer.xml", "<differing>warn</differing>", "<differing>hold</differing>");
                PartnerAgency.introduceTo(gateway);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
