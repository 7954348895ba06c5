package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.message.HeaderText;

/** Puts a warning before the Subject of a mail. */
public final class SubjectMark {

    private static final String REASON = "X-VanThu-Reason";
    private static final String SIGNATURES = "Authentication-Results";

    private final DkimCheck dkim;
    private final Originals originals;

    @Inject
    public SubjectMark(DkimCheck dkim, Originals originals) {
        this.dkim = dkim;
        this.originals = originals;
    }

    /**
     * Once, before any other change: the original is kept, and what its signature was worth stands in the header, because
     * it breaks here.
     *
     * @param mark shown before the Subject with a space
     * @param reason the code, for {@code X-VanThu-Reason}
     */
    public void put(Mail mail, String mark, String reason) throws MessagingException {
        MimeMessage message = mail.getMessage();
        String subject = message.getHeader("Subject", " ");
        if (subject != null
                && HeaderText.decode(subject.getBytes(StandardCharsets.UTF_8)).startsWith(mark)) {
            return;
        }
        byte[] before = bytes(mail);
        String signature = dkim.result(mail, before);
        keep(mail, before);
        message.setHeader("Subject", subject == null ? encoded(mark) : before(subject, mark) + " " + subject);
        message.addHeader(REASON, reason);
        if (!signature.isEmpty()) {
            message.addHeader(SIGNATURES, signature);
        }
    }

    /** Between two encoded words a space is not shown (RFC 2047, 6.2): then it must be in the first. */
    private static String before(String subject, String mark) throws MessagingException {
        return encoded(subject.startsWith("=?") ? mark + " " : mark);
    }

    private static String encoded(String text) throws MessagingException {
        try {
            return MimeUtility.encodeWord(text, "UTF-8", "Q");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every JDK has UTF-8", e);
        }
    }

    private void keep(Mail mail, byte[] before) throws MessagingException {
        try {
            originals.keep(MailIds.of(mail), before);
        } catch (IOException e) {
            throw new MessagingException("the original cannot be kept", e);
        }
    }

    private static byte[] bytes(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
