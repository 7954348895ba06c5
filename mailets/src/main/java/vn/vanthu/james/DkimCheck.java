package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** Verifies DKIM signatures (RFC 6376), before a message is altered and they break. */
public final class DkimCheck {

    /** Our name in {@code Authentication-Results} (RFC 8601, {@code authserv-id}). */
    public record AuthServId(String value) {}

    private final PublicKeyRecordRetriever keys;
    private final AuthServId own;

    @Inject
    public DkimCheck(PublicKeyRecordRetriever keys, AuthServId own) {
        this.keys = keys;
        this.own = own;
    }

    /**
     * What the signatures of a message prove.
     *
     * @param result in the words of RFC 8601: pass, fail, temperror, permerror; none when it is not signed
     * @param domains that signed it validly
     */
    public record Result(String result, List<String> domains) {

        public Result {
            domains = List.copyOf(domains);
        }
    }

    /** Verifies all signatures. */
    public Result check(byte[] message) {
        try {
            List<SignatureRecord> good = new DKIMVerifier(keys).verify(new ByteArrayInputStream(message));
            return good == null || good.isEmpty() ? new Result("none", List.of()) : new Result("pass", domains(good));
        } catch (TempFailException e) {
            return new Result("temperror", List.of());
        } catch (FailException e) {
            return new Result("fail", List.of());
        } catch (IOException | RuntimeException e) {
            // jdkim throws what it likes on malformed messages; nothing is known of the signature then
            return new Result("permerror", List.of());
        }
    }

    /**
     * The value for {@code Authentication-Results}; empty when the message is not signed.
     *
     * @param message as it came
     */
    public String result(byte[] message) {
        Result found = check(message);
        String domains =
                found.domains().stream().map(domain -> " header.d=" + domain).collect(Collectors.joining());
        return found.result().equals("none") ? "" : own.value() + "; dkim=" + found.result() + domains;
    }

    private static List<String> domains(List<SignatureRecord> signatures) {
        return signatures.stream()
                .map(signature -> signature.getDToken().toString())
                .distinct()
                .toList();
    }
}
