package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** Verifies DKIM signatures (RFC 6376), before a message is altered and they break. */
public final class DkimCheck {

    /** Our name in {@code Authentication-Results} (RFC 8601, {@code authserv-id}). */
    public record AuthServId(String value) {}

    private static final AttributeName FIRST = AttributeName.of("vanthu.dkim");

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
     * @param result in the words of RFC 8601: pass, fail, policy (valid, but only for a part of the text), temperror,
     *     permerror; none when it is not signed
     * @param domains that signed it validly
     */
    public record Result(String result, List<String> domains) {

        public Result {
            domains = List.copyOf(domains);
        }
    }

    /**
     * What was found when a mail was first looked at, before this gateway altered it; verifies it now when nobody did.
     *
     * @param message as it is now
     */
    public Result first(Mail mail, byte[] message) {
        Optional<Result> known = known(mail);
        if (known.isPresent()) {
            return known.get();
        }
        Result found = check(message);
        remember(mail, found);
        return found;
    }

    /** What was found when a mail was first looked at; empty when nobody looked. */
    public static Optional<Result> known(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, FIRST, String.class)
                .map(text -> List.of(text.split(" ")))
                .map(words -> new Result(words.get(0), words.subList(1, words.size())));
    }

    /** Keeps a result for those who look after the mail was altered; a name server that did not answer may answer then. */
    public static void remember(Mail mail, Result found) {
        if (!found.result().equals("temperror")) {
            String text = found.result() + " " + String.join(" ", found.domains());
            mail.setAttribute(new Attribute(FIRST, AttributeValue.of(text.strip())));
        }
    }

    /** Verifies all signatures. One that leaves an end of the body unsigned proves nothing. */
    public Result check(byte[] message) {
        try {
            List<SignatureRecord> good = new DKIMVerifier(keys).verify(new ByteArrayInputStream(message));
            if (good == null || good.isEmpty()) {
                return new Result("none", List.of());
            }
            List<SignatureRecord> whole = good.stream()
                    .filter(signature -> !UnsignedTail.follows(message, signature))
                    .toList();
            return new Result(whole.isEmpty() ? "policy" : "pass", domains(whole));
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
     * The value for {@code Authentication-Results}, see {@link #first}; empty when the message is not signed.
     *
     * @param message as it is now
     */
    public String result(Mail mail, byte[] message) {
        Result found = first(mail, message);
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
