package vn.vanthu.quarantine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;

/**
 * Which mail from outside goes into the quarantine. A mail that carries an official document does not (NĐ 30/2020/NĐ-CP
 * Điều 22), unless its sender is proven false or it may do harm: then it does whatever its score. What bears a virus always
 * does.
 */
public final class QuarantineRule {

    /** Reason: it looks like spam. */
    public static final String SPAM = "spam";
    /** Reason: it looks like spam, and what could not be read in it may be a document. */
    public static final String UNREAD = "spam-unread";
    /** Behind {@link #SPAM} or {@link #UNREAD}: its sender is proven false, or it may do harm. */
    private static final String DANGEROUS = "-dangerous";
    /** Reason: it looks like spam, and is delivered because of the document in it. */
    public static final String DOCUMENT = "spam-with-document";
    /** Reason: it bears a virus. */
    public static final String VIRUS = "virus";

    private static final String CLAUSE = "Điều 5 khoản 3 điểm i; Điều 8 khoản 1";

    private QuarantineRule() {}

    /** What a mail carries. */
    public enum Content {
        OTHER,
        /** A file that cannot be read, which may be a document. */
        UNREAD,
        /** An official document. */
        DOCUMENT
    }

    /** What DMARC says of the sender shown. */
    public enum Dmarc {
        OTHER,
        /** He is not the one who sent it, and his domain asks for nothing: forwarded mail fails too. */
        FAILS,
        /** His domain asks that such mail is put aside. */
        FORGED
    }

    /**
     * What is known of a mail.
     *
     * @param spam whether its score reaches the threshold
     * @param dangers what in it may do harm
     * @param detail for operators: points and symbols
     */
    public record Facts(boolean spam, Content content, Dmarc dmarc, List<Danger> dangers, String detail) {

        boolean isFalse() {
            return dmarc == Dmarc.FORGED || spam && dmarc == Dmarc.FAILS;
        }
    }

    /** Empty when the mail goes on as any other. */
    public static Optional<Decision> decide(Facts facts) {
        if (has(facts, Danger.Kind.VIRUS)) {
            return Optional.of(quarantine(VIRUS, "Thư mang vi-rút: " + what(facts) + ".", facts));
        }
        if (facts.content() == Content.DOCUMENT) {
            return document(facts);
        }
        return facts.spam() ? Optional.of(spam(facts)) : Optional.empty();
    }

    private static Decision spam(Facts facts) {
        boolean unread = facts.content() == Content.UNREAD;
        String text = unread
                ? "Thư có nhiều dấu hiệu là thư rác, nhưng có tệp hệ thống không đọc được, có thể là văn bản."
                : "Thư có nhiều dấu hiệu là thư rác, được giữ lại để xem.";
        String code = unread ? UNREAD : SPAM;
        if (facts.dmarc() == Dmarc.FORGED) {
            return quarantine(code + DANGEROUS, text + " Tên miền người gửi bị giả (DMARC).", facts);
        }
        return facts.dangers().stream().anyMatch(danger -> danger.kind() != Danger.Kind.TYPE)
                ? quarantine(code + DANGEROUS, text + " Thư mang nội dung nguy hiểm: " + what(facts) + ".", facts)
                : quarantine(code, text, facts);
    }

    /** Whether a mail was kept back although it may bring a document that could not be read. */
    static boolean isUnread(String reason) {
        return reason.startsWith(UNREAD);
    }

    /** Whether a mail was kept back although it brings a document. */
    static boolean isDocument(String reason) {
        return reason.startsWith("document-");
    }

    private static Optional<Decision> document(Facts facts) {
        if (facts.isFalse()) {
            return Optional.of(quarantine(
                    "document-sender-false",
                    "Thư có văn bản, nhưng tên miền người gửi không đúng với nơi đã gửi thư (DMARC).",
                    facts));
        }
        if (!facts.dangers().isEmpty()) {
            String code = facts.dangers().get(0).kind().name().toLowerCase(Locale.ROOT);
            return Optional.of(quarantine(
                    "document-with-" + code,
                    "Thư có văn bản, nhưng kèm nội dung nguy hiểm: " + what(facts) + ".",
                    facts));
        }
        return facts.spam()
                ? Optional.of(Decision.deliver(
                        reason(DOCUMENT, "Thư giống thư rác nhưng có văn bản: vẫn được chuyển, có đánh dấu.", facts)))
                : Optional.empty();
    }

    /** Whether the reader himself may release it: nothing but its likeness to spam keeps it back. */
    static boolean isHarmless(String reason) {
        return reason.equals(SPAM) || reason.equals(UNREAD);
    }

    private static Decision quarantine(String code, String text, Facts facts) {
        return Decision.quarantine(reason(code, text, facts));
    }

    private static Reason reason(String code, String text, Facts facts) {
        return Reason.of(code, CLAUSE, text).withDetail(facts.detail());
    }

    private static boolean has(Facts facts, Danger.Kind kind) {
        return facts.dangers().stream().anyMatch(danger -> danger.kind() == kind);
    }

    private static String what(Facts facts) {
        return facts.dangers().stream().map(Danger::what).distinct().limit(5).collect(Collectors.joining(", "));
    }
}
