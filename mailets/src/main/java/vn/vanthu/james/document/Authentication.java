package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.registration.AuthenticationResults;
import vn.vanthu.registration.ProvenSender;

/** Who sent a mail, as far as it was proved. */
public final class Authentication {

    private final DkimCheck dkim;
    private final DkimCheck.AuthServId own;
    private final MessageReader messages;

    @Inject
    public Authentication(DkimCheck dkim, DkimCheck.AuthServId own, MessageReader messages) {
        this.dkim = dkim;
        this.own = own;
        this.messages = messages;
    }

    /**
     * From our own {@code Authentication-Results} when a mailet before wrote them ({@code RecordMail} has removed those of
     * others), else by verifying the signature now.
     */
    public ProvenSender of(Mail mail) throws MessagingException {
        MessageView header = header(mail);
        List<String> results = new ArrayList<>();
        header.all("Authentication-Results").forEach(field -> results.add(field.text()));
        if (results.stream().noneMatch(result -> result.contains("dkim="))) {
            results.add(signature(mail));
        }
        Set<String> proved = AuthenticationResults.proved(results, own.value());
        return new ProvenSender(onlyFrom(header), proved);
    }

    private String signature(Mail mail) throws MessagingException {
        if (mail.getMessage().getHeader("DKIM-Signature") == null) {
            return "";
        }
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return dkim.result(mail, in.readAllBytes());
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private MessageView header(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private static String onlyFrom(MessageView header) {
        List<String> addresses = Stream.of(header)
                .filter(view -> view.all("From").count() == 1)
                .flatMap(view -> view.from().stream())
                .map(HeaderAddress::address)
                .toList();
        return addresses.size() == 1 ? addresses.get(0) : "";
    }
}
