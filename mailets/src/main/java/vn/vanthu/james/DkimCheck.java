package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.message.MessageReader;

/** Verifies DKIM signatures (RFC 6376), before a message is altered and they break. */
public final class DkimCheck {

    /** Our name in {@code Authentication-Results} (RFC 8601, {@code authserv-id}). */
    public record AuthServId(String value) {}

    private static final AttributeName FIRST = AttributeName.of("vanthu.dkim");

    private static final Pattern DOMAIN = Pattern.compile("(?:^|;)\\s*d\\s*=\\s*([^;\\s]+)");
    private static final int HEADER_BYTES = 1 << 16;
    /** RFC 6376, 6.1 leaves it to the verifier. A forger adds many, so that no time is left to find that all are wrong. */
    private static final int MOST_SIGNATURES = 5;

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
     * @param unanswered domains that signed it and whose key no name server told
     */
    public record Result(String result, List<String> domains, List<String> unanswered) {

        public static final Result NONE = new Result("none", List.of());

        public Result {
            domains = List.copyOf(domains);
            unanswered = List.copyOf(unanswered);
        }

        public Result(String result, List<String> domains) {
            this(result, domains, List.of());
        }

        /** Both together, of different signatures of one message; a reason why nothing is proved is that of this one. */
        public Result and(Result other) {
            List<String> all =
                    Stream.concat(domains.stream(), other.domains.stream()).toList();
            List<String> open = Stream.concat(unanswered.stream(), other.unanswered.stream())
                    .toList();
            return new Result(all.isEmpty() ? (result.equals("none") ? other.result : result) : "pass", all, open);
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

    /** The domains that the signatures name; an empty text for one that names none. */
    public static List<String> claimed(byte[] message) {
        try {
            return new MessageReader(HEADER_BYTES)
                    .header(new ByteArrayInputStream(message))
                    .all("DKIM-Signature")
                    .map(field -> DOMAIN.matcher(field.text()))
                    .map(found -> found.find() ? found.group(1) : "")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be read", e);
        }
    }

    /** Verifies all signatures. One that leaves an end of the body unsigned proves nothing. */
    public Result check(byte[] message) {
        return check(message, signer -> true);
    }

    /** Verifies the first few signatures of these domains as if there were no others: nobody is asked about those. */
    public Result check(byte[] message, Predicate<String> signers) {
        Asked asked = new Asked(keys, signers);
        try {
            List<SignatureRecord> good = new DKIMVerifier(asked).verify(new ByteArrayInputStream(message));
            if (good == null || good.isEmpty()) {
                return Result.NONE;
            }
            List<SignatureRecord> whole = good.stream()
                    .filter(signature -> !UnsignedTail.follows(message, signature))
                    .toList();
            return new Result(whole.isEmpty() ? "policy" : "pass", domains(whole), asked.unanswered());
        } catch (FailException e) {
            return asked.nobody() ? Result.NONE : new Result(asked.failure(), List.of(), asked.unanswered());
        } catch (IOException | RuntimeException e) {
            // jdkim throws what it likes on malformed messages; nothing is known of the signature then
            return new Result("permerror", List.of());
        }
    }

    /** The keys of some domains, and whose were not to be had: of several signatures that fail jdkim does not tell. */
    private static final class Asked implements PublicKeyRecordRetriever {

        private final PublicKeyRecordRetriever keys;
        private final Predicate<String> signers;
        private final Set<String> unanswered = new TreeSet<>();
        private boolean any;
        private boolean others;
        private int questions;

        Asked(PublicKeyRecordRetriever keys, Predicate<String> signers) {
            this.keys = keys;
            this.signers = signers;
        }

        @Override
        public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence domain)
                throws TempFailException, PermFailException {
            if (!signers.test(domain.toString())) {
                others = true;
                throw new PermFailException("not asked about " + domain);
            }
            any = true;
            if (++questions > MOST_SIGNATURES) {
                throw new PermFailException("more than " + MOST_SIGNATURES + " signatures");
            }
            try {
                return keys.getRecords(method, selector, domain);
            } catch (TempFailException e) {
                unanswered.add(domain.toString());
                throw e;
            }
        }

        boolean nobody() {
            return others && !any;
        }

        String failure() {
            return unanswered.isEmpty() ? "fail" : "temperror";
        }

        List<String> unanswered() {
            return List.copyOf(unanswered);
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
