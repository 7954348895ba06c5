package vn.vanthu.spam.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.rule.Symbol;

/**
 * What SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) say of a mail's sender, in the words of RFC 8601.
 *
 * @param spf result, for the domain of the envelope sender
 * @param envelopeDomain empty for a null sender
 * @param dkim result
 * @param signers domains of the valid signatures
 * @param unanswered domains of signatures whose key no name server told
 * @param fromDomain of From, one of {@link ShownDomain#of}; empty when there is none
 * @param dmarc the policy that the From domain published
 */
public record Authentication(
        String spf,
        String envelopeDomain,
        String dkim,
        List<String> signers,
        List<String> unanswered,
        String fromDomain,
        DmarcRecord dmarc) {

    /** The symbol's name when the sender's domain is proven. It counts nothing by itself: spammers have domains too. */
    public static final String PROVEN = "SENDER_PROVEN";

    /** The symbol's name when name servers answered, and nothing proves the sender's domain. */
    public static final String UNPROVEN = "SENDER_UNPROVEN";

    /** The names of the symbols of a domain whose owner does not know the mail. */
    public static final Set<String> DISOWNED = Set.of("SPF_FAIL", "DMARC_QUARANTINE", "DMARC_REJECT");

    public Authentication {
        signers = List.copyOf(signers);
        unanswered = List.copyOf(unanswered);
    }

    /** Whether SPF or DKIM prove the domain that the reader sees. */
    public boolean isAligned() {
        return isAligned("pass", signers);
    }

    /** Whether the owner of the domain that the reader sees says that this mail is not his. */
    public boolean isForged() {
        boolean asks = dmarc.policy() == DmarcRecord.Policy.QUARANTINE || dmarc.policy() == DmarcRecord.Policy.REJECT;
        return asks && dmarcResult().equals("fail")
                || spf.equals("fail") && matches(envelopeDomain, false) && !isAligned();
    }

    private boolean isAligned(String result, List<String> signing) {
        return spf.equals(result) && matches(envelopeDomain, dmarc.strictSpf())
                || signing.stream().anyMatch(signer -> matches(signer, dmarc.strictDkim()));
    }

    private boolean matches(String domain, boolean strictly) {
        return !fromDomain.isEmpty()
                && (strictly
                        ? domain.equalsIgnoreCase(fromDomain)
                        : Link.ownedDomain(domain).equals(Link.ownedDomain(fromDomain)));
    }

    /** {@code pass}, {@code fail}, {@code none} (nothing published) or {@code temperror}: DNS gave no answer. */
    public String dmarcResult() {
        if (isAligned()) {
            return dmarc.isPublished() ? "pass" : "none";
        }
        // Only what could have proved the From domain: else a forger names a domain of his that never answers.
        boolean unknown = isAligned("temperror", unanswered);
        return switch (dmarc.policy()) {
            case UNKNOWN -> "temperror";
            case UNPUBLISHED -> "none";
            case NONE, QUARANTINE, REJECT -> unknown ? "temperror" : "fail";
        };
    }

    /** The value of {@code Authentication-Results}. */
    public String header(String server) {
        String signed =
                signers.stream().map(signer -> " header.d=" + plain(signer)).collect(Collectors.joining());
        return server + ";\r\n\tspf=" + spf
                + (envelopeDomain.isEmpty() ? "" : " smtp.mailfrom=" + plain(envelopeDomain))
                + ";\r\n\tdkim=" + dkim + signed
                + ";\r\n\tdmarc=" + dmarcResult() + (fromDomain.isEmpty() ? "" : " header.from=" + plain(fromDomain));
    }

    private static String plain(String domain) {
        return domain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "?");
    }

    /** What this counts in the score. A name server that does not answer counts nothing. */
    public List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        if (isAligned()) {
            symbols.add(new Symbol(PROVEN, 0));
        } else if (!dmarcResult().equals("temperror")) {
            symbols.add(new Symbol(UNPROVEN, 0));
        }
        if (spf.equals("fail") || spf.equals("softfail")) {
            symbols.add(new Symbol("SPF_" + spf.toUpperCase(Locale.ROOT), spf.equals("fail") ? 1.0 : 0.4));
        }
        if (dkim.equals("fail")) {
            symbols.add(new Symbol("DKIM_FAIL", 0.3));
        }
        switch (dmarcResult()) {
            case "pass" -> symbols.add(new Symbol("DMARC_PASS", -0.3));
            case "fail" ->
                symbols.add(new Symbol("DMARC_" + dmarc.policy(), dmarc.policy().points()));
            default -> {}
        }
        return symbols;
    }
}
