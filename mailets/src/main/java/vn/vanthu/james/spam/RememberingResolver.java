package vn.vanthu.james.spam;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;

/**
 * Asks this machine's name servers, and remembers for a minute what is not there. dnsjava forgets a "no" that comes without
 * the zone's SOA record, as from many small routers, and asks again for each mail.
 */
public final class RememberingResolver extends ExtendedResolver {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Cache<String, Message> nothing = CacheBuilder.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** @param timeout how long a name server may take */
    public RememberingResolver(Duration timeout) {
        setTimeout(timeout);
    }

    RememberingResolver(Resolver server) {
        super(List.of(server));
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        String question = String.valueOf(query.getQuestion());
        Message known = nothing.getIfPresent(question);
        if (known != null) {
            Message answer = known.clone();
            answer.getHeader().setID(query.getHeader().getID());
            return CompletableFuture.completedFuture(answer);
        }
        return super.sendAsync(query, executor).whenComplete((answer, failure) -> {
            if (answer != null && saysNothing(answer)) {
                nothing.put(question, answer);
            }
        });
    }

    private static boolean saysNothing(Message answer) {
        int code = answer.getRcode();
        return code == Rcode.NXDOMAIN
                || code == Rcode.NOERROR && answer.getSection(Section.ANSWER).isEmpty();
    }
}
