package vn.vanthu.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.organization.LiveOrganization;

/** Whether a mail bears our own valid DKIM signature. Asks our key, not DNS: nobody outside can change the answer. */
public final class OwnSignature {

    private static final AttributeName FIRST = AttributeName.of("vanthu.own-signature");

    private final DkimKey key;
    private final LiveOrganization organization;

    @Inject
    public OwnSignature(DkimKey key, LiveOrganization organization) {
        this.key = key;
        this.organization = organization;
    }

    /**
     * Whether the message is one that we signed, unaltered in what we signed, its From too. A mail that comes by again keeps
     * the first answer: the mark in its Subject broke the signature.
     */
    public boolean isOn(Mail mail) throws MessagingException {
        Optional<Boolean> before = AttributeUtils.getValueAndCastFromMail(mail, FIRST, Boolean.class);
        if (before.isPresent()) {
            return before.get();
        }
        boolean found = verify(mail);
        mail.setAttribute(new Attribute(FIRST, AttributeValue.of(found)));
        return found;
    }

    private boolean verify(Mail mail) throws MessagingException {
        try (InputStream message = new MimeMessageInputStream(mail.getMessage())) {
            List<SignatureRecord> good = new DKIMVerifier(onlyOurs()).verify(message);
            return good != null && good.stream().anyMatch(OwnSignature::coversFrom);
        } catch (FailException e) {
            return false;
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read back", e);
        } catch (RuntimeException e) {
            // jdkim throws what it likes on malformed messages: no valid signature
            return false;
        }
    }

    private static boolean coversFrom(SignatureRecord signature) {
        return signature.getHeaders().stream()
                .anyMatch(
                        name -> name.toString().strip().toLowerCase(Locale.ROOT).equals("from"));
    }

    private PublicKeyRecordRetriever onlyOurs() {
        return (method, selector, domain) -> {
            boolean ours = key.selector().contentEquals(selector)
                    && organization
                            .get()
                            .agency()
                            .domains()
                            .contains(domain.toString().strip().toLowerCase(Locale.ROOT));
            if (!ours) {
                throw new PermFailException("not our key");
            }
            return List.of(key.published());
        };
    }
}
