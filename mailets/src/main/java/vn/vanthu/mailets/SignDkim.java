package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.james.DkimKey;
import vn.vanthu.james.ExactBytes;
import vn.vanthu.james.Parameters;

/**
 * Signs the mail for our domain (DKIM, RFC 6376: rsa-sha256, relaxed/relaxed). The last step before {@link RelayOutside}:
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

    @Inject
    public SignDkim(DkimKey key) {
        this.key = key;
    }

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        String template = "v=1; s=" + key.selector() + "; d=" + key.domain() + "; h=" + SIGNED
                + "; a=rsa-sha256; c=relaxed/relaxed; bh=; b=;";
        try (InputStream raw = new MimeMessageInputStream(message)) {
            String signature = new DKIMSigner(template, key.privateKey()).sign(raw);
            message.addHeaderLine(signature.replace("; ", ";\r\n\t"));
        } catch (IOException | FailException e) {
            throw new MessagingException("mail " + mail.getName() + " could not be signed", e);
        }
        ExactBytes.fix(mail);
    }
}
