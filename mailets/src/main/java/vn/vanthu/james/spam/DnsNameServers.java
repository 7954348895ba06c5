package vn.vanthu.james.spam;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
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

    @Override
    public CompletableFuture<List<InetAddress>> addresses(String name) {
        try {
            Record question = Record.newRecord(Name.fromString(name, Name.root), Type.A, DClass.IN);
            return resolver.sendAsync(Message.newQuery(question))
                    .thenApply(DnsNameServers::addresses)
                    .toCompletableFuture();
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private static List<InetAddress> addresses(Message answer) {
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new IllegalStateException("the name server answers " + Rcode.string(code));
        }
        List<InetAddress> found = new ArrayList<>();
        for (Record record : answer.getSection(Section.ANSWER)) {
            if (record instanceof ARecord address) {
                found.add(address.getAddress());
            }
        }
        return found;
    }
}
