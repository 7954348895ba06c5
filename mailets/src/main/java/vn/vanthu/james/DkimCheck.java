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
     * The value for {@code Authentication-Results}; empty when the message is not signed.
     *
     * @param message as it came
     */
    public String result(byte[] message) {
        try {
            List<SignatureRecord> good = new DKIMVerifier(keys).verify(new ByteArrayInputStream(message));
            return good == null || good.isEmpty() ? "" : line("pass", domains(good));
        } catch (TempFailException e) {
            return line("temperror", "");
        } catch (FailException e) {
            return line("fail", "");
        } catch (IOException | RuntimeException e) {
            // jdkim throws what it likes on malformed messages; nothing is known of the signature then
            return line("permerror", "");
        }
    }

    private static String domains(List<SignatureRecord> signatures) {
        return signatures.stream()
                .map(signature -> " header.d=" + signature.getDToken())
                .distinct()
                .collect(Collectors.joining());
    }

    private String line(String result, String domains) {
        return own.value() + "; dkim=" + result + domains;
    }
}
