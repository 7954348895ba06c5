package vn.vanthu.james.spam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The name servers of this machine. */
public final class DnsNameServers implements NameServers {

    private final Resolver resolver;

    public DnsNameServers(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<String> texts(String name) throws IOException {
        Lookup lookup;
        try {
            lookup = new Lookup(name, Type.TXT);
        } catch (TextParseException e) {
            return List.of();
        }
        lookup.setResolver(resolver);
        lookup.run();
        if (lookup.getResult() == Lookup.TRY_AGAIN || lookup.getResult() == Lookup.UNRECOVERABLE) {
            throw new IOException("no name server answers about " + name + ": " + lookup.getErrorString());
        }
        List<String> texts = new ArrayList<>();
        Record[] answers = lookup.getAnswers();
        for (Record answer : answers == null ? new Record[0] : answers) {
            if (answer instanceof TXTRecord text) {
                texts.add(String.join("", text.getStrings()));
            }
        }
        return texts;
    }
}
