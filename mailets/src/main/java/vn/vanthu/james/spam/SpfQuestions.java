package vn.vanthu.james.spam;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.xbill.DNS.Resolver;

/** What jSPF asks goes to the given name servers; where it does not wait it would choose others by itself. */
public final class SpfQuestions extends DNSServiceXBillImpl {

    public SpfQuestions(Resolver resolver) {
        super(resolver);
    }

    @Override
    public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
        try {
            return CompletableFuture.completedStage(getRecords(request));
        } catch (TimeoutException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
