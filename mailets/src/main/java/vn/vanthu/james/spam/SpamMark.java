package vn.vanthu.james.spam;

import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.Verdict;

/** What a mail carries of its score: an attribute for the mailets that follow, headers for the reader's program. */
public final class SpamMark {

    private static final AttributeName POINTS = AttributeName.of("vanthu.spam.points");
    private static final AttributeName SYMBOLS = AttributeName.of("vanthu.spam.symbols");

    private SpamMark() {}

    /** For the mailets that follow. */
    public static void attach(Mail mail, SpamScore score) {
        mail.setAttribute(new Attribute(POINTS, AttributeValue.of(score.points())));
        mail.setAttribute(new Attribute(SYMBOLS, AttributeValue.of(score.tests())));
    }

    /** The points of a mail that {@code ScoreSpam} saw; empty for others. */
    public static Optional<Double> points(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, POINTS, Double.class);
    }

    /** The symbols of a mail that {@code ScoreSpam} saw, as in {@code X-Spam-Status}; empty for others. */
    public static String symbols(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, SYMBOLS, String.class)
                .orElse("");
    }

    /** Adds headers without {@code saveChanges}, which leaves every other byte as it came. */
    public static void write(MimeMessage message, SpamScore score) throws MessagingException {
        boolean spam = score.verdict() == Verdict.SPAM;
        message.addHeader("X-Spam-Flag", spam ? "YES" : "NO");
        message.addHeader("X-Spam-Score", String.format(Locale.ROOT, "%.2f", score.points()));
        message.addHeader("X-Spam-Status", status(score));
    }

    /**
     * Takes the word "spam" back, so that no mail program puts the mail aside; score and symbols stay.
     *
     * @param answer {@code No} or {@code Unsure}
     * @param reason why, for {@code X-VanThu-Reason}
     */
    public static void lower(MimeMessage message, String answer, String reason) throws MessagingException {
        String status = message.getHeader("X-Spam-Status", null);
        message.setHeader("X-Spam-Flag", "NO");
        if (status != null) {
            message.setHeader("X-Spam-Status", status.replaceFirst("^Yes,", answer + ","));
        }
        message.addHeader("X-VanThu-Reason", reason);
    }

    /**
     * Takes the word "spam" back from a mail that the quarantine, from so many points on, lets pass: what is delivered is
     * unsure at most, so that its document is entered.
     */
    public static void lowerBelow(Mail mail, double points) throws MessagingException {
        double score = points(mail).orElse(0.0);
        if (score >= SpamScore.SPAM_FROM && score < points) {
            lower(mail.getMessage(), "Unsure", "spam-unsure");
        }
    }

    /** As SpamAssassin writes it, so that programs which know that understand it. */
    static String status(SpamScore score) {
        String answer = score.verdict() == Verdict.SPAM ? "Yes" : score.verdict() == Verdict.UNSURE ? "Unsure" : "No";
        return String.format(
                Locale.ROOT,
                "%s, score=%.2f required=%.1f\r\n\ttests=%s",
                answer,
                score.points(),
                SpamScore.SPAM_FROM,
                score.symbols().isEmpty() ? "none" : score.tests().replace(",", ",\r\n\t"));
    }
}
