package vn.vanthu.james.spam;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.rule.Symbol;

/** Somebody beside this filter who knows something of a mail. Safe for many threads. */
public interface Adviser {

    /**
     * A mail that somebody is asked about.
     *
     * @param clientAddress IP address of the client
     * @param helo as the client called itself, or its name; may be empty
     * @param sender of the envelope; empty for a null sender
     * @param recipients of the envelope
     */
    record Inquiry(byte[] message, String clientAddress, String helo, String sender, List<String> recipients) {

        public Inquiry {
            recipients = List.copyOf(recipients);
        }
    }

    /** What he says; fails when he cannot be asked. */
    CompletableFuture<List<Symbol>> ask(Inquiry inquiry);

    /**
     * The advice of another filter as one symbol. At its own threshold it counts half of ours, and never so much that it
     * decides alone.
     */
    static Symbol advice(String name, double score, double threshold) {
        double half = threshold > 0 ? SpamScore.SPAM_FROM / 2 * score / threshold : 0;
        return new Symbol(name.toUpperCase(Locale.ROOT), Math.max(-1, Math.min(3, half)));
    }
}
