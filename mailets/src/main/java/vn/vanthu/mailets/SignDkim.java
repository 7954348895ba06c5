package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.mail.MessagingException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.DkimKey;
import vn.vanthu.james.ExactBytes;
import vn.vanthu.james.Parameters;
import vn.vanthu.organization.LiveOrganization;

/**
 * Signs the mail for the domain of its From (DKIM, RFC 6376: rsa-sha256, relaxed/relaxed). The last step before {@link RelayOutside}:
 * nothing may alter the message after it.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.SignDkim"/&gt;
 * </code></pre>
 *
 * The key is made at the first start; {@code ./vanthu dns} prints the record to publish.
 */
public final class SignDkim extends GenericMailet {

    private static final String SIGNED = "from:to:cc:subject:date:message-id:in-reply-to:references:reply-to:sender"
            + ":mime-version:content-type:content-transfer-encoding";

    private final DkimKey key;
    private final LiveOrganization organization;

    @Inject
    public SignDkim(DkimKey key, LiveOrganization organization) {
        this.key = key;
        this.organization = organization;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        String template = "v=1; s=" + key.selector() + "; d=" + domainOf(message) + "; h=" + SIGNED
                + "; a=rsa-sha256; c=relaxed/relaxed; bh=; b=;";
        try (InputStream raw = new MimeMessageInputStream(message)) {
            String signature = new DKIMSigner(template, key.privateKey()).sign(raw);
            message.addHeaderLine(signature.replace("; ", ";\r\n\t"));
        } catch (IOException | FailException e) {
            throw new MessagingException("mail " + mail.getName() + " could not be signed", e);
        }
        ExactBytes.fix(mail);
    }

    /** That of From, so that DMARC finds both aligned; the first of our domains when it is none of ours. */
    private String domainOf(MimeMessage message) {
        List<String> ours = organization.get().agency().domains();
        try {
            String from = ((InternetAddress) message.getFrom()[0]).getAddress();
            String domain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            return ours.contains(domain) ? domain : key.domain();
        } catch (MessagingException | RuntimeException e) {
            // No From, or none that can be read: jakarta.mail gives null, or throws what it likes.
            return key.domain();
        }
    }
}
